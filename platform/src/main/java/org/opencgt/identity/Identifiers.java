package org.opencgt.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.opencgt.act.Fault;
import org.opencgt.act.Ref;
import org.opencgt.act.SubjectDeclaration;
import org.opencgt.act.Vocabulary;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.stereotype.Service;

/** Issues identifiers of subjects, and reads those that people type. None is issued twice. */
@Service
public class Identifiers {

    private final DataSource dataSource;
    private final Clock clock;
    private final Map<String, SubjectDeclaration> kinds = new TreeMap<>();
    private final Map<String, SubjectDeclaration> kindsByPrefix = new TreeMap<>();
    private final Map<String, IdentifierScheme> schemeByKind = new TreeMap<>();

    Identifiers(
            DataSource dataSource,
            Vocabulary vocabulary,
            List<IdentifierScheme> schemes,
            IdentifierSettings settings,
            Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
        Map<String, IdentifierScheme> byName =
                schemes.stream().collect(Collectors.toMap(IdentifierScheme::name, Function.identity()));
        for (SubjectDeclaration kind : vocabulary.subjects()) {
            String name = settings.scheme().getOrDefault(kind.kind(), HouseScheme.NAME);
            if (!byName.containsKey(name)) {
                throw new IllegalArgumentException("opencgt.identifiers.scheme." + kind.kind() + ": there is no scheme "
                        + name + ", only " + byName.keySet());
            }
            kinds.put(kind.kind(), kind);
            schemeByKind.put(kind.kind(), byName.get(name));
            SubjectDeclaration other = kindsByPrefix.put(kind.prefix(), kind);
            if (other != null) {
                throw new IllegalStateException(
                        kind.kind() + " and " + other.kind() + " have the same prefix " + kind.prefix());
            }
        }
    }

    /** A new identifier for a subject of a kind. It counts as given out even if nothing comes of the subject. */
    public String issue(String kind) {
        SubjectDeclaration declaration = declaration(kind);
        IdentifierScheme scheme = scheme(kind);
        Year year = Year.now(clock);
        String series = scheme.series(declaration, year);
        try (Connection connection = dataSource.getConnection();
                PreparedStatement next = connection.prepareStatement("select next_identifier(?)");
                PreparedStatement taken =
                        connection.prepareStatement("select exists (select 1 from subject where ref = ?)")) {
            next.setString(1, series);
            while (true) {
                long number;
                try (ResultSet row = next.executeQuery()) {
                    row.next();
                    number = row.getLong(1);
                }
                Optional<String> id = scheme.write(declaration, year, number);
                if (id.isPresent() && !isTaken(taken, kind, id.get())) {
                    return id.get();
                }
            }
        } catch (SQLException e) {
            throw new UncategorizedSQLException("issue an identifier", series, e);
        }
    }

    /**
     * The identifier from what a person typed into a field for a kind of subject.
     *
     * @throws InvalidIdentifier saying what is wrong
     */
    public String read(String kind, String typed) {
        return scheme(kind).read(declaration(kind), typed);
    }

    /** The identifier as it is printed on labels, with its check character; one of another shape as it is. */
    public String print(Ref<?> ref) {
        try {
            return scheme(ref.kind()).print(ref.id());
        } catch (IllegalArgumentException otherShape) {
            return ref.id();
        }
    }

    /**
     * What is wrong with a reference that came from outside: an unknown kind, or an identifier that is meant as one of ours
     * and has a wrong character, check character or prefix.
     */
    public Optional<Fault> fault(Ref<?> ref) {
        if (!knows(ref.kind())) {
            return Optional.of(Fault.at("", "identifier-kind", ref.kind()));
        }
        if (scheme(ref.kind()) instanceof HouseScheme house && isMeantAsOurs(ref.id())) {
            try {
                String id = house.read(declaration(ref.kind()), ref.id());
                return id.equals(ref.id())
                        ? Optional.empty()
                        : Optional.of(Fault.at("", "identifier-shape", ref.id(), id));
            } catch (InvalidIdentifier e) {
                return Optional.of(e.fault());
            }
        }
        return Optional.empty();
    }

    boolean knows(String kind) {
        return kinds.containsKey(kind);
    }

    /** Whether a text is meant as a house identifier, right or wrong: it has the form, and the prefix of a kind. */
    boolean isMeantAsOurs(String text) {
        return HouseScheme.isFormed(text)
                && kindsByPrefix.containsKey(HouseScheme.prefix(text).toUpperCase(Locale.ROOT));
    }

    /**
     * The subject of a house identifier.
     *
     * @throws InvalidIdentifier saying what is wrong
     */
    Ref<?> house(String text) {
        String id = HouseScheme.read(text);
        SubjectDeclaration kind = kindsByPrefix.get(HouseScheme.prefix(id));
        if (kind == null) {
            throw new InvalidIdentifier("identifier-kind", HouseScheme.prefix(id));
        }
        return new Ref<>(kind.kind(), id);
    }

    private SubjectDeclaration declaration(String kind) {
        SubjectDeclaration declaration = kinds.get(kind);
        if (declaration == null) {
            throw new IllegalArgumentException("no kind of subject: " + kind);
        }
        return declaration;
    }

    private IdentifierScheme scheme(String kind) {
        IdentifierScheme scheme = schemeByKind.get(kind);
        if (scheme == null) {
            throw new IllegalArgumentException("no kind of subject: " + kind);
        }
        return scheme;
    }

    private static boolean isTaken(PreparedStatement taken, String kind, String id) throws SQLException {
        taken.setString(1, kind + ":" + id);
        try (ResultSet row = taken.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }
}
