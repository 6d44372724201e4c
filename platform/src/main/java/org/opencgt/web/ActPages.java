package org.opencgt.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.opencgt.act.ActDeclaration;
import org.opencgt.act.Fault;
import org.opencgt.act.Field;
import org.opencgt.act.InvalidAct;
import org.opencgt.act.Personal;
import org.opencgt.act.RecordReader;
import org.opencgt.act.Ref;
import org.opencgt.act.Shape;
import org.opencgt.act.Vocabulary;
import org.opencgt.web.reading.Acting;
import org.opencgt.web.reading.Judgement;
import org.opencgt.web.view.FormBuilder;
import org.opencgt.web.view.FormField;
import org.opencgt.web.view.FormReader;
import org.opencgt.web.view.FormValues;
import org.opencgt.web.view.Layout;
import org.opencgt.web.view.Shown;
import org.opencgt.web.view.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/**
 * The form of an act: fill in, ask the gate, sign. Every step is one request that carries all that was filled in, so that
 * nothing is lost on the way.
 */
@Controller
public class ActPages {

    private static final String PERFORMED = "_performedAt";
    private static final String KEY = "_key";
    private static final String WHY = "_why.";
    private static final String LATE = "_lateReason";
    private static final String LOGIN = "_login.";

    /** Components that name the site at which one works. */
    private static final List<String> OWN_SITE = List.of("site", "from");

    private final Pages pages;
    private final Vocabulary vocabulary;
    private final Acting acting;
    private final Naming naming;

    ActPages(Pages pages, Vocabulary vocabulary, Acting acting, Naming naming) {
        this.pages = pages;
        this.vocabulary = vocabulary;
        this.acting = acting;
        this.naming = naming;
    }

    /** A problem listed above the form, with the field it leads to. */
    public record Problem(String text, @Nullable String field) {}

    /** What everybody sees of an act’s form, whatever the step. */
    public record Head(
            String type,
            String title,
            String about,
            String action,
            @Nullable String from,
            Shown.@Nullable Link subject,
            List<Map.Entry<String, String>> carried,
            String key,
            String by) {}

    /** The fields to be filled in. */
    public record FormView(
            Head head,
            List<FormField> fields,
            String performedAt,
            List<String> performedErrors,
            List<FormField> further,
            List<Problem> problems,
            @Nullable Judgement verdict,
            boolean restored) {}

    /** Somebody who signs. */
    public record SignerView(
            int number, String meaning, String roles, String login, boolean fixed, List<String> errors) {}

    /** A clause that asks for a reason. */
    public record WhyView(Judgement.Finding finding, String name, String value) {}

    /** What is signed, and by whom. */
    public record SignView(
            Head head,
            Shown.Fields content,
            String performedAt,
            @Nullable Judgement verdict,
            List<WhyView> whys,
            List<SignerView> signers,
            List<Problem> problems) {}

    @GetMapping("/acts/{type}")
    ModelAndView form(
            Page page,
            HttpServletRequest request,
            @PathVariable String type,
            @RequestParam(defaultValue = "") String about) {
        ActDeclaration declaration = declaration(type);
        var kept = KeptForm.take(request, page.reader());
        FormValues values = kept.orElseGet(() -> FormValues.of(prefilled(request, declaration)));
        String from = about;
        if (kept.isPresent()) {
            from = values.one("_from");
        } else {
            if (!about.isEmpty()) {
                prefill(declaration, about, values);
            }
            here(declaration, page.reader().site(), values);
        }
        values.set("_from", from);
        now(values, page);
        return fill(page, declaration, values, Map.of(), List.of(), null, kept.isPresent(), HttpStatus.OK);
    }

    @PostMapping("/acts/{type}")
    ModelAndView submit(
            Page page,
            HttpServletRequest request,
            @PathVariable String type,
            @RequestParam(name = "_do", defaultValue = "check") String step) {
        ActDeclaration declaration = declaration(type);
        FormValues values = FormValues.of(request.getParameterMap());
        if (step.startsWith("add:")) {
            values.addRow(step.substring(4));
            return fill(page, declaration, values, Map.of(), List.of(), null, false, HttpStatus.OK);
        }
        if (step.matches("remove:.+\\[\\d{1,4}\\]")) {
            int cut = step.lastIndexOf('[');
            values.removeRow(step.substring(7, cut), Integer.parseInt(step.substring(cut + 1, step.length() - 1)));
            return fill(page, declaration, values, Map.of(), List.of(), null, false, HttpStatus.OK);
        }
        if (step.equals("edit")) {
            now(values, page); // a page that hands over an act's data leaves the time to its form
            return fill(page, declaration, values, Map.of(), List.of(), null, false, HttpStatus.OK);
        }
        FormReader.Filled filled = FormReader.read(declaration.shape(), values, page.words());
        List<Fault> faults = faults(declaration, filled);
        Instant performedAt = performedAt(values, page);
        if (performedAt == null) {
            faults.add(Fault.at(PERFORMED, "moment"));
        } else if (performedAt.isAfter(page.now().plusSeconds(60))) {
            faults.add(Fault.at(PERFORMED, "future"));
        }
        for (int i = 1; step.equals("review") && i < declaration.signed().size(); i++) {
            if (values.one(LOGIN + i).isBlank()) {
                faults.add(Fault.at(LOGIN + i, "missing"));
            }
        }
        if (!faults.isEmpty() || performedAt == null) {
            return refill(page, declaration, values, filled, faults);
        }
        Acting.Proposal proposal = new Acting.Proposal(
                type,
                filled.json(),
                performedAt,
                values.one(LATE).isBlank() ? null : values.one(LATE).strip(),
                justifications(request),
                values.one(KEY));
        if (step.equals("sign")) {
            return sign(page, request, declaration, values, filled, proposal);
        }
        Acting.Answer answer = acting.check(proposal, logins(page, declaration, values));
        if (step.equals("review")
                && answer instanceof Acting.Tried(Judgement verdict)
                && verdict.outcome() != Judgement.Outcome.BLOCKED) {
            return review(page, declaration, values, proposal, verdict, List.of(), List.of(), HttpStatus.OK);
        }
        return switch (answer) {
            case Acting.Tried(Judgement verdict) ->
                fill(page, declaration, values, Map.of(), List.of(), verdict, false, HttpStatus.OK);
            case Acting.Refused(Judgement verdict) ->
                fill(page, declaration, values, Map.of(), List.of(), verdict, false, HttpStatus.OK);
            case Acting.Invalid(List<Fault> found) -> refill(page, declaration, values, filled, found);
            case Acting.Forbidden(var why) ->
                fill(
                        page,
                        declaration,
                        values,
                        Map.of(),
                        List.of(new Problem(page.words().in(why), null)),
                        null,
                        false,
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case Acting.Performed performed ->
                throw new IllegalStateException("a check performed " + performed.entry());
            case Acting.Unavailable unavailable -> throw new IllegalStateException("a check stores nothing");
            case Acting.KeyReused reused -> throw new IllegalStateException("a check has no key");
        };
    }

    private ModelAndView sign(
            Page page,
            HttpServletRequest request,
            ActDeclaration declaration,
            FormValues values,
            FormReader.Filled filled,
            Acting.Proposal proposal) {
        List<Acting.Credential> credentials = IntStream.range(
                        0, declaration.signed().size())
                .mapToObj(i -> new Acting.Credential(
                        login(values, page, i), values.one("_password." + i).toCharArray()))
                .toList();
        Acting.Answer answer = acting.perform(proposal, credentials);
        return switch (answer) {
            case Acting.Performed(String entry, List<String> made) -> {
                String from = values.one("_from");
                String target = !made.isEmpty() ? made.getFirst() : from;
                yield moved(
                        request,
                        target.contains(":") ? Page.subject(target) + "?recorded=" + entry : Page.entry(entry));
            }
            case Acting.Invalid(List<Fault> faults)
            when faults.stream().allMatch(ActPages::signing) ->
                again(page, declaration, values, proposal, faults, List.of(), HttpStatus.UNPROCESSABLE_CONTENT);
            case Acting.Invalid(List<Fault> faults) -> refill(page, declaration, values, filled, faults);
            case Acting.Refused(Judgement verdict) -> {
                values.set(KEY, newKey()); // the refusal is the answer to the earlier one
                yield verdict.outcome() == Judgement.Outcome.JUSTIFY
                        ? review(
                                page,
                                declaration,
                                values,
                                proposal,
                                verdict,
                                List.of(),
                                List.of(),
                                HttpStatus.UNPROCESSABLE_CONTENT)
                        : fill(
                                page,
                                declaration,
                                values,
                                Map.of(),
                                List.of(new Problem(page.t("act.refused"), null)),
                                verdict,
                                false,
                                HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case Acting.Unavailable(var why) ->
                again(
                        page,
                        declaration,
                        values,
                        proposal,
                        List.of(),
                        List.of(new Problem(page.words().in(why), null)),
                        HttpStatus.SERVICE_UNAVAILABLE);
            case Acting.KeyReused() -> {
                values.set(KEY, newKey());
                yield fill(
                        page,
                        declaration,
                        values,
                        Map.of(),
                        List.of(new Problem(page.t("act.key-reused"), null)),
                        null,
                        false,
                        HttpStatus.UNPROCESSABLE_CONTENT);
            }
            case Acting.Forbidden(var why) ->
                fill(
                        page,
                        declaration,
                        values,
                        Map.of(),
                        List.of(new Problem(page.words().in(why), null)),
                        null,
                        false,
                        HttpStatus.UNPROCESSABLE_CONTENT);
            case Acting.Tried tried -> throw new IllegalStateException("an act was tried instead of performed");
        };
    }

    /** To another page; a form that was sent by script is told so in a header, else its answer would be put in its place. */
    private static ModelAndView moved(HttpServletRequest request, String target) {
        if (request.getHeader("HX-Request") == null) {
            return new ModelAndView("redirect:" + target);
        }
        return new ModelAndView((View) (model, asked, response) -> {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            response.setHeader("HX-Redirect", target);
        });
    }

    /** The signing step once more, with what is wrong with the signatures. */
    private ModelAndView again(
            Page page,
            ActDeclaration declaration,
            FormValues values,
            Acting.Proposal proposal,
            List<Fault> faults,
            List<Problem> beyond,
            HttpStatus status) {
        Judgement verdict =
                acting.check(proposal, logins(page, declaration, values)) instanceof Acting.Tried(Judgement tried)
                        ? tried
                        : null;
        return review(page, declaration, values, proposal, verdict, faults, beyond, status);
    }

    private ModelAndView review(
            Page page,
            ActDeclaration declaration,
            FormValues values,
            Acting.Proposal proposal,
            @Nullable Judgement verdict,
            List<Fault> faults,
            List<Problem> beyond,
            HttpStatus status) {
        Words words = page.words();
        Map<String, String> names = naming.names(Layout.references(declaration.shape(), proposal.act()));
        Layout layout = new Layout(words, names, plain -> plain);
        List<SignerView> signers = new ArrayList<>();
        for (int i = 0; i < declaration.signed().size(); i++) {
            String path = "signer[" + i + "]";
            List<String> errors = faults.stream()
                    .filter(f -> f.path().startsWith(path))
                    .map(f -> text(f, words))
                    .toList();
            signers.add(new SignerView(
                    i,
                    words.meaning(declaration.signed().get(i)),
                    (i == 0 ? declaration.by() : declaration.countersignedBy())
                            .stream().map(words::role).collect(java.util.stream.Collectors.joining(" · ")),
                    login(values, page, i),
                    i == 0,
                    errors));
        }
        List<WhyView> whys = verdict == null
                ? List.of()
                : verdict.findings().stream()
                        .filter(Judgement.Finding::asksForJustification)
                        .map(f -> new WhyView(f, WHY + f.clause(), values.one(WHY + f.clause())))
                        .toList();
        List<Problem> problems = new ArrayList<>(beyond);
        signers.forEach(s -> s.errors().forEach(e -> problems.add(new Problem(e, "_password." + s.number()))));
        return pages.show(
                page,
                "sign",
                new SignView(
                        head(page, declaration, values),
                        layout.act(declaration, proposal.act()),
                        words.time(proposal.performedAt()),
                        verdict,
                        whys,
                        signers,
                        problems),
                status);
    }

    private ModelAndView refill(
            Page page, ActDeclaration declaration, FormValues values, FormReader.Filled filled, List<Fault> faults) {
        Words words = page.words();
        Map<String, List<String>> errors = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Fault fault : faults) {
            String name = switch (fault.path()) {
                case "performedAt" -> PERFORMED;
                case "lateReason" -> LATE;
                case String path when path.startsWith("_") -> path;
                case String path when path.matches("signer\\[[1-9]\\]") -> LOGIN + path.charAt(path.length() - 2);
                case String path -> filled.name(path);
            };
            String text = text(fault, words);
            errors.computeIfAbsent(name, n -> new ArrayList<>()).add(text);
            problems.add(new Problem(text, name));
        }
        return fill(page, declaration, values, errors, problems, null, false, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView fill(
            Page page,
            ActDeclaration declaration,
            FormValues values,
            Map<String, List<String>> errors,
            List<Problem> problems,
            @Nullable Judgement verdict,
            boolean restored,
            HttpStatus status) {
        FormReader.Filled filled = FormReader.read(declaration.shape(), values, page.words());
        Map<String, String> found = naming.found(known(declaration, filled));
        List<FormField> fields = new FormBuilder(page.words(), declaration, values, errors, found).fields();
        Map<String, String> labels = new HashMap<>();
        labels(fields, labels);
        List<FormField> further = further(page, declaration, values, errors);
        labels(further, labels);
        labels.put(PERFORMED, page.t("act.performed-at"));
        List<Problem> named = problems.stream()
                .map(p -> p.field() == null || !labels.containsKey(p.field())
                        ? p
                        : new Problem(
                                page.t("act.problem", String.valueOf(labels.get(p.field())), p.text()), p.field()))
                .toList();
        return pages.show(
                page,
                "act",
                new FormView(
                        head(page, declaration, values),
                        fields,
                        values.one(PERFORMED),
                        errors.getOrDefault(PERFORMED, List.of()),
                        further,
                        named,
                        verdict,
                        restored),
                status);
    }

    private static void labels(List<FormField> fields, Map<String, String> labels) {
        for (FormField field : fields) {
            labels.put(field.name(), field.label());
            switch (field.control()) {
                case FormField.Group(List<FormField> inner) -> labels(inner, labels);
                case FormField.Rows(List<FormField.Row> rows) -> rows.forEach(r -> labels(r.fields(), labels));
                default -> {}
            }
        }
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private Head head(Page page, ActDeclaration declaration, FormValues values) {
        String from = values.one("_from");
        Shown.Link subject = null;
        if (from.contains(":")
                && vocabulary.subject(from.substring(0, from.indexOf(':'))).isPresent()) {
            subject = SubjectPages.link(from, naming.names(List.of(from)), page.words());
        }
        String key = values.one(KEY);
        return new Head(
                declaration.name(),
                page.words().act(declaration.name()),
                page.words().actAbout(declaration.name()),
                Page.act(declaration.name(), null),
                subject == null ? null : from,
                subject,
                carried(values),
                key.isEmpty() ? newKey() : key,
                page.reader().person());
    }

    /** What the signing step carries along, unseen. */
    private static List<Map.Entry<String, String>> carried(FormValues values) {
        List<Map.Entry<String, String>> all = new ArrayList<>(values.carried());
        all.add(Map.entry(PERFORMED, values.one(PERFORMED)));
        all.add(Map.entry(LATE, values.one(LATE)));
        for (int i = 1; !values.one(LOGIN + i).isEmpty(); i++) {
            all.add(Map.entry(LOGIN + i, values.one(LOGIN + i)));
        }
        return all;
    }

    private static List<String> known(ActDeclaration declaration, FormReader.Filled filled) {
        List<String> refs = new ArrayList<>();
        for (Field field : declaration.shape().fields()) {
            var value = filled.json().get(field.name());
            if (field.shape() instanceof Shape.Reference(String kind) && value != null && value.isString()) {
                String text = value.asString();
                refs.add(text.contains(":") || kind.isEmpty() ? text : kind + ":" + text);
            }
        }
        return refs;
    }

    /** Every fault that the act’s own reader finds; identifiers to be issued are not missed. */
    private static List<Fault> faults(ActDeclaration declaration, FormReader.Filled filled) {
        var json = filled.json().deepCopy();
        for (Field field : declaration.shape().fields()) {
            if (field.part() == Field.Part.MAKES
                    && !json.has(field.name())
                    && field.shape() instanceof Shape.Reference(String kind)
                    && !kind.isEmpty()) {
                json.put(field.name(), kind + ":ISSUED");
            }
        }
        try {
            RecordReader.read(declaration.shape(), json, (path, plain) -> new Personal("vault:unsigned"));
            return new ArrayList<>();
        } catch (InvalidAct e) {
            return new ArrayList<>(e.faults());
        }
    }

    private static void now(FormValues values, Page page) {
        if (values.one(PERFORMED).isEmpty()) {
            values.set(PERFORMED, page.words().input(page.now()));
        }
    }

    private static @Nullable Instant performedAt(FormValues values, Page page) {
        return page.words().read(values.one(PERFORMED)).orElse(null);
    }

    private static Map<String, String> justifications(HttpServletRequest request) {
        Map<String, String> whys = new HashMap<>();
        request.getParameterMap().forEach((name, given) -> {
            if (name.startsWith(WHY) && !given[0].isBlank()) {
                whys.put(name.substring(WHY.length()), given[0].strip());
            }
        });
        return whys;
    }

    private static String login(FormValues values, Page page, int signer) {
        return signer == 0 ? page.reader().login() : values.one(LOGIN + signer).strip();
    }

    /** The signers as far as they are known. */
    private static List<String> logins(Page page, ActDeclaration declaration, FormValues values) {
        return IntStream.range(0, declaration.signed().size())
                .mapToObj(i -> login(values, page, i))
                .filter(login -> !login.isEmpty())
                .toList();
    }

    /** Who signs besides the performer, and why it is recorded late where it is. */
    private static List<FormField> further(
            Page page, ActDeclaration declaration, FormValues values, Map<String, List<String>> errors) {
        List<FormField> fields = new ArrayList<>();
        if (!values.one(LATE).isEmpty() || errors.containsKey(LATE)) {
            fields.add(new FormField(
                    LATE,
                    page.t("act.late-reason"),
                    false,
                    values.one(LATE),
                    errors.getOrDefault(LATE, List.of()),
                    new FormField.TextBox(500, true, "")));
        }
        for (int i = 1; i < declaration.signed().size(); i++) {
            fields.add(new FormField(
                    LOGIN + i,
                    page.t(
                            "act.further-signer",
                            page.words().meaning(declaration.signed().get(i))),
                    false,
                    values.one(LOGIN + i),
                    errors.getOrDefault(LOGIN + i, List.of()),
                    new FormField.TextBox(64, false, "")));
        }
        return fields;
    }

    private static boolean signing(Fault fault) {
        return fault.path().startsWith("signer[");
    }

    private static String text(Fault fault, Words words) {
        if (fault.code().equals("sign-in-locked")) {
            return words.of(
                    "fault.sign-in-locked",
                    words.time(Instant.parse(fault.parameters().getFirst().toString())));
        }
        boolean term = fault.code().equals("pattern")
                && FormField.TERM.equals(fault.parameters().getFirst());
        return words.of(
                "fault." + (term ? "pattern.term" : fault.code()),
                fault.parameters().toArray());
    }

    private ActDeclaration declaration(String type) {
        return vocabulary.act(type).orElseThrow(NoSuchPage::new);
    }

    /** What the address says of the form; personal data have no place there, and are not taken from it. */
    private static Map<String, String[]> prefilled(HttpServletRequest request, ActDeclaration declaration) {
        Map<String, String[]> given = new HashMap<>(request.getParameterMap());
        declaration.shape().fields().stream()
                .filter(f -> f.shape() instanceof Shape.Private)
                .forEach(f -> given.remove(f.name()));
        given.keySet().removeIf(name -> name.startsWith("_") || name.equals("about") || name.equals("lang"));
        return given;
    }

    /** Where the act says at or from which site it happens, that is the reader’s. */
    private static void here(ActDeclaration declaration, String site, FormValues values) {
        declaration
                .references()
                .filter(f -> f.part() != Field.Part.MAKES && !f.optional())
                .filter(f -> OWN_SITE.contains(f.name()) && "site".equals(ActDeclaration.kind(f)))
                .filter(f -> values.one(f.name()).isEmpty())
                .forEach(f -> values.set(f.name(), site));
    }

    /** The first component of the subject’s kind, and the first of any kind, refer to the subject that one came from. */
    private static void prefill(ActDeclaration declaration, String about, FormValues values) {
        Ref<?> ref;
        try {
            ref = Ref.parse(about);
        } catch (IllegalArgumentException e) {
            throw new NoSuchPage();
        }
        for (String kind : List.of(ref.kind(), "")) {
            declaration
                    .references()
                    .filter(f -> f.part() != Field.Part.MAKES)
                    .filter(f -> kind.equals(ActDeclaration.kind(f)))
                    .findFirst()
                    .filter(f -> values.one(f.name()).isEmpty())
                    .ifPresent(f -> values.set(f.name(), about));
        }
    }
}
