package org.opencgt.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies that are longer than any act: by their stated length before they are read, else as soon as they are. */
final class BodyLimit extends OncePerRequestFilter {

    /** Bytes; a temperature record of four weeks with a reading a minute takes about half of it. */
    static final int MOST = 4 << 20;

    /** Bytes of what is to be analysed, of which nothing is kept; about a million rows. */
    static final int MOST_ANALYSED = 32 << 20;

    private final Problems problems;

    BodyLimit(Problems problems) {
        this.problems = problems;
    }

    /** The body goes on after as many bytes as it may have. */
    static final class BodyTooLarge extends IOException {

        private static final long serialVersionUID = 1;

        private final int most;

        BodyTooLarge(int most) {
            super("the body is longer than " + most + " bytes");
            this.most = most;
        }

        int most() {
            return most;
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int most = request.getRequestURI().startsWith("/api/analyses/") ? MOST_ANALYSED : MOST;
        if (request.getContentLengthLong() > most) {
            problems.write(response, problems.tooLarge(most, ApiLanguage.of(request)));
        } else {
            chain.doFilter(new Limited(request, most), response);
        }
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final int most;

        Limited(HttpServletRequest request, int most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counting(super.getInputStream(), most);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Counting extends ServletInputStream {

        private final ServletInputStream body;
        private final int most;
        private long read;

        Counting(ServletInputStream body, int most) {
            this.body = body;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int more = body.read(into, offset, length);
            count(Math.max(more, 0));
            return more;
        }

        private void count(int more) throws BodyTooLarge {
            read += more;
            if (read > most) {
                throw new BodyTooLarge(most);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
