package org.opencgt.web;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opencgt.access.NotSignedIn;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Fault;
import org.opencgt.act.Meaning;
import org.opencgt.act.Ref;
import org.opencgt.act.Role;
import org.opencgt.act.Signature;
import org.opencgt.act.Vocabulary;
import org.opencgt.language.Bilingual;
import org.opencgt.web.reading.ActEntry;
import org.opencgt.web.reading.Acting;
import org.opencgt.web.reading.DemoPeople;
import org.opencgt.web.reading.Door;
import org.opencgt.web.reading.DueWork;
import org.opencgt.web.reading.GuidelineReading;
import org.opencgt.web.reading.Judgement;
import org.opencgt.web.reading.LedgerReading;
import org.opencgt.web.reading.LineageReading;
import org.opencgt.web.reading.Readings;
import org.opencgt.web.reading.SignedIn;
import org.opencgt.web.reading.SubjectReading;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An invented ward and factory, held in memory: one patient’s own cells on their way. For tests of pages only. */
final class InventedHouse
        implements SubjectReading,
                Acting,
                DueWork,
                LineageReading,
                Readings,
                GuidelineReading,
                LedgerReading,
                Door,
                DemoPeople {

    static final String PASSWORD = "an invented password";

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private final Vocabulary vocabulary;
    private final Clock clock;
    private final Map<String, Standing> states = new LinkedHashMap<>();
    private final List<ActEntry> entries = new ArrayList<>();
    private final List<GuidelineReading.Clause> clauses = new ArrayList<>();
    private int wrong;

    InventedHouse(Vocabulary vocabulary, Clock clock) {
        this.vocabulary = vocabulary;
        this.clock = clock;
        people();
        lives();
        writeClauses();
        acts();
    }

    private void put(String ref, String json) {
        String now = clock.instant().toString();
        ObjectNode state = (ObjectNode) JSON.readTree(json.replace('`', '"').replace("NOW", now));
        states.put(ref, new Standing(Ref.parse(ref), state, 3, clock.instant().minus(Duration.ofHours(states.size()))));
    }

    private void people() {
        put("site:S-WARD", "{`name`:`Hospital of the Example, haematology`,`functions`:[`hospital`],`active`:true}");
        put("site:S-FAB", "{`name`:`Example Cells Ltd.`,`functions`:[`manufacturer`],`active`:true}");
        put(
                "person:nurse.zhang",
                "{`name`:`Zhang Ying (invented)`,`site`:`site:S-WARD`,`roles`:[`nurse`],`active`:true,"
                        + "`trainings`:[{`topic`:`infusion`,`passed`:`2026-01-12`,`validUntil`:`2027-01-12`},{`topic`:`thaw`,`passed`:`2025-11-03`,`validUntil`:`2026-11-03`}]}");
        put("person:doctor.li", "{`name`:`Li Wen (invented)`,`site`:`site:S-WARD`,`roles`:[`doctor`],`active`:true}");
    }

    private void lives() {
        put(
                "product:T-CART",
                "{`name`:`Examplecabtagene`,`code`:`EXC-19`,`source`:`autologous`,`cellType`:`car_t`,`geneModified`:true,"
                        + "`form`:`frozen`,`risk`:`high`,`manufacturer`:`site:S-FAB`,`approved`:true,"
                        + "`specification`:{`viability`:{`minimum`:70,`unit`:`%`,`method`:`flow cytometry`},`endotoxin`:{`maximum`:3.5,`unit`:`[IU]/mL`,`method`:`LAL`}},"
                        + "`instructions`:{`version`:`3.1`,`usableAfterThaw`:`PT30M`,`routes`:[`intravenous`]}}");
        put(
                "donor:N-0007",
                "{`name`:`vault:1`,`sex`:`female`,`birthYear`:1961,`autologous`:true,`infectiousHandling`:false,"
                        + "`eligibility`:{`decided`:`2026-03-03T02:10:00Z`,`decision`:`eligible`,`reason`:`all markers non-reactive`}}");
        put(
                "collection:K-0007",
                "{`donationNumber`:`A9999 26 000001 00 T`,`donor`:`donor:N-0007`,`site`:`site:S-WARD`,`collected`:`2026-03-05T01:40:00Z`,"
                        + "`volume`:212,`totalNucleatedCells`:11.4,`infectious`:false,`status`:`used`}");
        put(
                "batch:B-0007",
                "{`number`:`EXC-26-0007`,`product`:`product:T-CART`,`collection`:`collection:K-0007`,`site`:`site:S-FAB`,"
                        + "`chainOfIdentity`:`COI-7F3K-9`,`stage`:`released`,`started`:`2026-03-07T00:30:00Z`,`viableCells`:412,"
                        + "`transductionEfficiency`:38.2,`produced`:`2026-03-17`,`expires`:`2027-03-17`,"
                        + "`releaseTests`:{`viability`:{`value`:91,`unit`:`%`,`meets`:true,`method`:`flow cytometry`,`reported`:`2026-03-20T06:00:00Z`},"
                        + "`sterility`:{`words`:`no growth`,`meets`:true,`method`:`culture, 14 d`,`reported`:`2026-04-01T06:00:00Z`},"
                        + "`replication_competent_virus`:{`words`:`not detected`,`meets`:true,`method`:`qPCR`,`reported`:`2026-04-02T03:00:00Z`}}}");
        put(
                "material-lot:L-0311",
                "{`material`:`Lentiviral vector EXC`,`lotNumber`:`LV-311`,`expires`:`2027-01-31`,`status`:`released`}");
        put(
                "recipient:C-0007",
                "{`name`:`vault:2`,`hospitalNumber`:`H 204 117`,`site`:`site:S-WARD`,`chainOfIdentity`:`COI-7F3K-9`,`donor`:`donor:N-0007`,"
                        + "`weight`:58.4,`height`:163,`consent`:{`given`:`2026-03-01T01:00:00Z`,`scope`:[`collection`,`manufacture`,`infusion`],`formVersion`:`2.0`}}");
        put(
                "order:O-0007",
                "{`recipient`:`recipient:C-0007`,`product`:`product:T-CART`,`batch`:`batch:B-0007`,`site`:`site:S-WARD`,`status`:`conditioned`,"
                        + "`dose`:70,`route`:`intravenous`,`plannedInfusion`:`NOW`}");
        put(
                "unit:U-0007-01",
                "{`batch`:`batch:B-0007`,`product`:`product:T-CART`,`recipient`:`recipient:C-0007`,`chainOfIdentity`:`COI-7F3K-9`,`volume`:50,"
                        + "`viableCells`:70,`status`:`thawed`,`expires`:`2027-03-17`,`heldAt`:`site:S-WARD`,`position`:`tank 2, rack 4`,`freezeThawCount`:1,"
                        + "`thawing`:{`started`:`NOW`,`finished`:`NOW`,`temperature`:37.1,`interrupted`:false,`appearanceNormal`:true,`viabilityConfirmed`:true}}");
        put(
                "unit:U-0007-02",
                "{`batch`:`batch:B-0007`,`product`:`product:T-CART`,`recipient`:`recipient:C-0007`,`chainOfIdentity`:`COI-7F3K-9`,`volume`:50,"
                        + "`viableCells`:68,`status`:`accepted`,`expires`:`2027-03-17`,`heldAt`:`site:S-WARD`,`freezeThawCount`:0}");
        put(
                "shipment:H-0031",
                "{`from`:`site:S-FAB`,`to`:`site:S-WARD`,`contents`:[`unit:U-0007-01`,`unit:U-0007-02`],`status`:`closed`,`containerType`:`dry shipper`,"
                        + "`minimumTemperature`:-196,`maximumTemperature`:-150,`maximumDuration`:`PT72H`,`dispatched`:`2026-04-10T08:00:00Z`,`arrived`:`2026-04-11T14:20:00Z`,"
                        + "`temperatures`:{`first`:`2026-04-10T08:00:00Z`,`last`:`2026-04-11T14:20:00Z`,`count`:364,`lowest`:-191.2,`highest`:-146.3,`longestGap`:`PT5M`,`outOfRange`:`PT25M`,`excursions`:1}}");
        for (int i = 1; i <= 130; i++) {
            put(
                    "material-lot:L-%04d".formatted(1000 + i),
                    "{`material`:`%s`,`lotNumber`:`X-%d`,`expires`:`2027-0%d-28`,`status`:`%s`}"
                            .formatted(
                                    List.of("Culture medium", "Anti-CD3/CD28 beads", "Human albumin")
                                            .get(i % 3),
                                    9000 + i,
                                    1 + i % 9,
                                    List.of("released", "quarantine", "rejected", "recalled")
                                            .get(i % 4)));
        }
    }

    private void writeClauses() {
        clauses.add(new GuidelineReading.Clause(
                "CA-8.2.6b",
                "CA",
                "8.2.6",
                new Bilingual("Within the maker’s time limit", "在制备厂商规定时限内"),
                new Bilingual(
                        "From the end of the thaw to the end of the infusion no more time may pass than the maker allows.",
                        "自复苏结束至输注结束的时间，不得超过制备厂商规定的时限。"),
                "shall",
                List.of("gate"),
                "clinic",
                "gate",
                List.of("thaw_end", "infusion_end"),
                List.of(new GuidelineReading.Rule(
                        "gate",
                        List.of("quality.open-deviation"),
                        "unit.product.form == \"frozen\"",
                        "act.started < unit.thawing.finished + unit.product.instructions.usableAfterThaw",
                        new Bilingual(
                                "The time after thaw has passed; ask the maker before any use.",
                                "已超过复苏后时限，使用前须询问制备厂商。"),
                        "data",
                        List.of(
                                new GuidelineReading.Example(true, "act: {started: 2026-03-20T10:00:00Z}\n"),
                                new GuidelineReading.Example(false, "act: {started: 2026-03-20T11:00:00Z}\n"))))));
        clauses.add(new GuidelineReading.Clause(
                "CA-10.1a",
                "CA",
                "10.1",
                new Bilingual("Records can be traced", "记录可追溯"),
                new Bilingual("Every record can be traced to who made it and when.", "每份记录可追溯到记录人和时间。"),
                "should",
                List.of("record"),
                "records",
                "none",
                List.of(),
                List.of()));
    }

    private void acts() {
        ActDeclaration declaration = vocabulary.act("quality.open-deviation").orElseThrow();
        record(
                "e-1",
                declaration.name(),
                "Label of the second unit was creased",
                false,
                null,
                null,
                Duration.ofDays(3));
        record("e-2", declaration.name(), "Label of the second unit was torn", false, "e-3", null, Duration.ofDays(2));
        record(
                "e-3",
                declaration.name(),
                "Label of the second unit was creased at one corner",
                false,
                null,
                "e-2",
                Duration.ofDays(1));
        record("e-4", declaration.name(), "Thaw 41 °C", true, null, null, Duration.ofHours(5));
    }

    private void record(
            String id,
            String type,
            String description,
            boolean refused,
            @Nullable String correctedBy,
            @Nullable String corrects,
            Duration ago) {
        ObjectNode act = JsonNodeFactory.instance.objectNode();
        act.put("description", description);
        Instant at = clock.instant().minus(ago);
        entries.addFirst(new ActEntry(
                id,
                entries.size(),
                type,
                act,
                at,
                at.plusSeconds(40),
                "person:nurse.zhang",
                List.of(new Signature(
                        "person:nurse.zhang", Meaning.PERFORMED, at.plusSeconds(35), HASH, "0badc0ffee0badc0", "c2ln")),
                refused ? verdict(Judgement.Outcome.BLOCKED) : verdict(Judgement.Outcome.OPEN),
                corrects,
                correctedBy,
                corrects == null ? null : "typing error",
                refused,
                List.of("unit:U-0007-01"),
                HASH,
                HASH));
    }

    static Judgement verdict(Judgement.Outcome outcome) {
        Judgement.Finding held = finding("CA-10.1a", Judgement.Strength.SHALL, Judgement.Result.HOLDS);
        return switch (outcome) {
            case OPEN -> new Judgement(outcome, List.of(held));
            case JUSTIFY ->
                new Judgement(
                        outcome, List.of(held, finding("CA-10.1a", Judgement.Strength.SHOULD, Judgement.Result.FAILS)));
            case BLOCKED ->
                new Judgement(
                        outcome, List.of(held, finding("CA-8.2.6b", Judgement.Strength.SHALL, Judgement.Result.FAILS)));
        };
    }

    private static Judgement.Finding finding(String clause, Judgement.Strength strength, Judgement.Result result) {
        return new Judgement.Finding(
                clause,
                clause,
                new Bilingual("Within the maker’s time limit", "在制备厂商规定时限内"),
                new Bilingual("The time after thaw has passed; ask the maker before any use.", "已超过复苏后时限，使用前须询问制备厂商。"),
                strength,
                result,
                null,
                null);
    }

    // ---- subjects ----

    @Override
    public Optional<Standing> find(Ref<?> ref) {
        return Optional.ofNullable(states.get(ref.toString()));
    }

    @Override
    public Map<String, Standing> findAll(Collection<String> refs) {
        Map<String, Standing> found = new HashMap<>();
        refs.forEach(r -> {
            if (states.containsKey(r)) {
                found.put(r, states.get(r));
            }
        });
        return found;
    }

    @Override
    public Found list(String kind, Query query) {
        List<Standing> all = states.values().stream()
                .filter(s -> s.ref().kind().equals(kind))
                .filter(s -> query.equal().entrySet().stream()
                        .allMatch(e -> s.state().path(e.getKey()).asString("").equals(e.getValue())))
                .filter(s -> (s.ref() + s.state().toString())
                        .toLowerCase(Locale.ROOT)
                        .contains(query.text().toLowerCase(Locale.ROOT)))
                .sorted((a, b) ->
                        (query.descending() ? -1 : 1) * key(a, query.sort()).compareTo(key(b, query.sort())))
                .toList();
        return new Found(
                all.stream()
                        .skip((long) query.page() * query.size())
                        .limit(query.size())
                        .toList(),
                all.size());
    }

    private static String key(Standing standing, String sort) {
        return switch (sort) {
            case "id" -> standing.ref().id();
            case "changed" -> standing.changed().toString();
            default -> standing.state().path(sort).asString("");
        };
    }

    @Override
    public List<Standing> search(String text, @Nullable String kind, int limit) {
        String lower = text.toLowerCase(Locale.ROOT);
        return states.values().stream()
                .filter(s -> kind == null || s.ref().kind().equals(kind))
                .filter(s -> (s.ref() + s.state().toString())
                        .toLowerCase(Locale.ROOT)
                        .contains(lower))
                .limit(limit)
                .toList();
    }

    @Override
    public List<ActEntry> history(Ref<?> ref) {
        return entries.stream()
                .filter(e -> e.subjects().contains(ref.toString()))
                .toList();
    }

    @Override
    public Optional<String> reveal(String token, SignedIn reader) {
        return reader.roles().contains(Role.NURSE) ? Optional.of("Wang Invented") : Optional.empty();
    }

    // ---- acts ----

    @Override
    public Acting.Answer check(Proposal proposal, List<String> logins) {
        return new Tried(judge(proposal));
    }

    private static Judgement judge(Proposal proposal) {
        String text = proposal.act().path("description").asString("");
        return text.contains("late")
                ? verdict(Judgement.Outcome.BLOCKED)
                : text.contains("reason") ? verdict(Judgement.Outcome.JUSTIFY) : verdict(Judgement.Outcome.OPEN);
    }

    @Override
    public Acting.Answer perform(Proposal proposal, List<Credential> signers) {
        for (int i = 0; i < signers.size(); i++) {
            if (!new String(signers.get(i).password()).equals(PASSWORD)) {
                return new Invalid(List.of(Fault.at("signer[" + i + "]", "sign-in-refused")));
            }
        }
        String id = "e-" + (entries.size() + 1);
        record(id, proposal.type(), proposal.act().path("description").asString(""), false, null, null, Duration.ZERO);
        return new Performed(id, List.of());
    }

    @Override
    public List<Possible> possible(Ref<?> subject, SignedIn by) {
        return List.of(
                new Possible("quality.open-deviation", "concerning", Readiness.READY, null, true),
                new Possible(
                        "quality.open-deviation",
                        "concerning",
                        Readiness.JUSTIFY,
                        finding("CA-10.1a", Judgement.Strength.SHOULD, Judgement.Result.FAILS),
                        true),
                new Possible(
                        "quality.open-deviation",
                        "concerning",
                        Readiness.BLOCKED,
                        finding("CA-8.2.6b", Judgement.Strength.SHALL, Judgement.Result.FAILS),
                        true),
                new Possible(
                        "quality.open-deviation",
                        "concerning",
                        Readiness.WAITING,
                        finding("CA-8.2.6b", Judgement.Strength.SHALL, Judgement.Result.UNKNOWN),
                        false));
    }

    // ---- due work ----

    @Override
    public List<Due> mine(SignedIn who, int limit) {
        Instant now = clock.instant();
        return List.of(
                due("CA-8.2.6b", "Observe the patient for 30 minutes", "输注后观察患者 30 分钟", now.minusSeconds(1500)),
                due("CA-8.2.6b", "Vital signs after the infusion", "输注后生命体征", now.plusSeconds(5400)),
                due("CA-8.2.7a", "Assess CRS and ICANS, day 3", "第 3 天评估 CRS 与 ICANS", now.plusSeconds(260_000)));
    }

    private static Due due(String clause, String en, String zh, Instant at) {
        return new Due(
                clause,
                new Bilingual(en, zh),
                "unit:U-0007-01",
                at,
                List.of(Role.NURSE),
                List.of("quality.open-deviation"));
    }

    @Override
    public List<Due> of(Ref<?> subject) {
        return subject.kind().equals("unit") ? mine(nurse(), 5).subList(0, 2) : List.of();
    }

    @Override
    public List<ActEntry> refused(SignedIn who, int limit) {
        return entries.stream().filter(ActEntry::refused).toList();
    }

    // ---- lineage ----

    @Override
    public Graph around(Ref<?> subject, Direction direction, int limit) {
        List<Edge> edges = List.of(
                new Edge("donor:N-0007", "collection:K-0007", "quality.open-deviation", "e-1"),
                new Edge("collection:K-0007", "batch:B-0007", "quality.open-deviation", "e-1"),
                new Edge("material-lot:L-0311", "batch:B-0007", "quality.open-deviation", "e-1"),
                new Edge("batch:B-0007", "unit:U-0007-01", "quality.open-deviation", "e-1"),
                new Edge("batch:B-0007", "unit:U-0007-02", "quality.open-deviation", "e-1"),
                new Edge("unit:U-0007-01", "recipient:C-0007", "quality.open-deviation", "e-1"));
        boolean family = edges.stream()
                .anyMatch(
                        e -> e.child().equals(subject.toString()) || e.parent().equals(subject.toString()));
        return family
                ? new Graph(
                        edges.stream()
                                .flatMap(e -> java.util.stream.Stream.of(e.parent(), e.child()))
                                .distinct()
                                .toList(),
                        edges,
                        false)
                : new Graph(List.of(), List.of(), false);
    }

    // ---- temperatures ----

    @Override
    public List<Reading> temperatures(Ref<?> shipment, int limit) {
        Instant start = Instant.parse("2026-04-10T08:00:00Z");
        return IntStream.range(0, 364)
                .mapToObj(i -> new Reading(
                        start.plusSeconds(i * 300L),
                        BigDecimal.valueOf(-188
                                        + 3 * Math.sin(i / 20.0)
                                        + (i > 200 && i < 212 ? 41 - 6 * Math.abs(i - 206) / 3.0 : 0))
                                .setScale(1, java.math.RoundingMode.HALF_EVEN)
                                .doubleValue()))
                .toList();
    }

    // ---- guidelines ----

    @Override
    public List<GuidelineReading.Pack> packs() {
        return List.of(new GuidelineReading.Pack(
                "CA",
                "2026.11-1",
                null,
                new Bilingual("Quality control for clinical application of cell therapy products", "细胞治疗产品临床应用质量控制规范"),
                new Bilingual("China Association for Quality Inspection", "中国质量检验协会"),
                new Bilingual("draft for comment", "征求意见稿"),
                2,
                1));
    }

    @Override
    public List<GuidelineReading.Clause> clauses() {
        return clauses;
    }

    @Override
    public Optional<GuidelineReading.Clause> clause(String id) {
        return clauses.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    @Override
    public List<ClauseStatus> status(Ref<?> subject) {
        return List.of(
                new ClauseStatus(clauses.getFirst(), GuidelineReading.Status.MET, "e-1", null),
                new ClauseStatus(
                        clauses.getFirst(),
                        GuidelineReading.Status.NOT_MET,
                        "e-4",
                        new Bilingual("The time after thaw has passed.", "已超过复苏后时限。")),
                new ClauseStatus(clauses.getLast(), GuidelineReading.Status.NOT_SERVED, null, null));
    }

    // ---- ledger ----

    @Override
    public long size() {
        return entries.size();
    }

    @Override
    public List<ActEntry> entries(String type, String subject, int page, int size) {
        return entries.stream()
                .filter(e -> type.isEmpty() || e.type().equals(type))
                .filter(e -> subject.isEmpty() || e.subjects().contains(subject))
                .skip((long) page * (size - 1))
                .limit(size)
                .toList();
    }

    @Override
    public Optional<ActEntry> entry(String id) {
        return entries.stream().filter(e -> e.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Written> written(String id) {
        return Optional.of(new Written("{\"content\":\"" + HASH + "\"}", "{\"act\":{}}"));
    }

    @Override
    public List<SignatureCheck> signatures(String id) {
        return List.of(new SignatureCheck("person:nurse.zhang", true));
    }

    @Override
    public Optional<Checkpoint> checkpoint() {
        return Optional.of(
                new Checkpoint(
                        4,
                        HASH,
                        clock.instant(),
                        "example.org/opencgt\n4\nn4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=\n\n— example.org/opencgt AAAA\n"));
    }

    @Override
    public Optional<byte[]> proof(String id) {
        return Optional.of("c2sp.org/tlog-proof@v1".getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Verification verify() {
        return verification().orElseThrow();
    }

    @Override
    public Optional<Verification> verification() {
        return Optional.of(new Verification(clock.instant(), clock.instant(), 4, 4, List.of()));
    }

    // ---- door ----

    private static SignedIn nurse() {
        return new SignedIn(
                "person:nurse.zhang",
                "Zhang Ying (invented)",
                "site:S-WARD",
                "Hospital of the Example, haematology",
                List.of(Role.NURSE));
    }

    @Override
    public Door.Answer enter(String login, char[] password, @Nullable String origin) {
        if (!login.equals("nurse.zhang") || !new String(password).equals(PASSWORD)) {
            wrong++;
            return wrong > 4 ? new Locked(clock.instant().plus(Duration.ofMinutes(15))) : new Closed();
        }
        wrong = 0;
        return new Open(nurse(), false);
    }

    @Override
    public void changePassword(SignedIn who, char[] old, char[] fresh) {
        if (!new String(old).equals(PASSWORD)) {
            throw new NotSignedIn(Fault.at("password", "sign-in-refused"));
        }
    }

    @Override
    public List<DemoPerson> all(Locale locale) {
        return List.of(new DemoPerson("nurse.zhang", "Zhang Ying (invented)", "Nurse", PASSWORD));
    }
}
