package org.opencgt.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A line from a server to its database that a test can cut, close, or make swallow what is sent. */
public final class Line implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final int target;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moves = lock.newCondition();
    private ServerSocket entrance;
    private boolean silent;

    private Line(int target) throws IOException {
        this.target = target;
        this.entrance = listen(0);
        this.port = entrance.getLocalPort();
    }

    /** To whoever listens on this port of this machine. */
    static Line to(int port) {
        try {
            return new Line(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** Breaks every connection; new ones are possible at once. */
    public void cut() {
        for (Socket socket : open) {
            close(socket);
        }
    }

    /** Breaks every connection and lets nobody in, until {@link #restore}. */
    public void down() {
        close(entrance);
        cut();
    }

    /** Nothing arrives any more, in neither direction, and nobody is told so, until {@link #restore}. */
    public void swallow() {
        lock.lock();
        try {
            silent = true;
        } finally {
            lock.unlock();
        }
    }

    public void restore() {
        lock.lock();
        try {
            silent = false;
            moves.signalAll();
        } finally {
            lock.unlock();
        }
        if (entrance.isClosed()) {
            try {
                entrance = listen(port);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        down();
    }

    private ServerSocket listen(int wanted) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
        Thread.ofPlatform().daemon().name("line").start(() -> accept(socket));
        return socket;
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                Socket near = from.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                near.setTcpNoDelay(true);
                far.setTcpNoDelay(true);
                open.add(near);
                open.add(far);
                Thread.ofVirtual().start(() -> carry(near, far));
                Thread.ofVirtual().start(() -> carry(far, near));
            } catch (IOException closed) {
                return; // the line is down
            }
        }
    }

    private void carry(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                whileSilent();
                out.write(buffer, 0, read);
            }
        } catch (IOException broken) {
            // as lines break: both ends are closed below
        } finally {
            close(from);
            close(to);
            open.remove(from);
            open.remove(to);
        }
    }

    private void whileSilent() {
        lock.lock();
        try {
            while (silent) {
                moves.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
