package org.opencgt.act;

import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Component;

/** All act types and all kinds of subjects, found once by their annotations. */
@Component
public final class Vocabulary {

    private final Map<String, ActDeclaration> acts = new TreeMap<>();
    private final Map<String, SubjectDeclaration> subjects = new TreeMap<>();

    @Autowired
    public Vocabulary() {
        this(annotated(List.of(Subject.Kind.class, ActType.class)));
    }

    private Vocabulary(List<Class<?>> classes) {
        this(with(Subject.Kind.class, classes), with(ActType.class, classes));
    }

    /** A vocabulary of these states and acts and no others. */
    public Vocabulary(Collection<? extends Class<?>> states, Collection<? extends Class<?>> actTypes) {
        for (Class<?> type : states) {
            SubjectDeclaration declaration = SubjectDeclaration.of(type.asSubclass(Subject.class));
            if (subjects.put(declaration.kind(), declaration) != null) {
                throw new IllegalStateException("two states declare the kind " + declaration.kind());
            }
        }
        for (Class<?> type : actTypes) {
            ActDeclaration declaration = ActDeclaration.of(type.asSubclass(Act.class));
            if (acts.put(declaration.name(), declaration) != null) {
                throw new IllegalStateException("two records declare the act " + declaration.name());
            }
        }
    }

    public Collection<ActDeclaration> acts() {
        return Collections.unmodifiableCollection(acts.values());
    }

    public Optional<ActDeclaration> act(String name) {
        return Optional.ofNullable(acts.get(name));
    }

    public ActDeclaration declaration(Act act) {
        return act(act.getClass().getAnnotation(ActType.class).value()).orElseThrow();
    }

    public Collection<SubjectDeclaration> subjects() {
        return Collections.unmodifiableCollection(subjects.values());
    }

    public Optional<SubjectDeclaration> subject(String kind) {
        return Optional.ofNullable(subjects.get(kind));
    }

    /** All classes of the program with one of these annotations, found in one pass. */
    private static List<Class<?>> annotated(List<Class<? extends Annotation>> annotations) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return definition.getMetadata().isIndependent();
            }
        };
        annotations.forEach(annotation -> scanner.addIncludeFilter(new AnnotationTypeFilter(annotation, false)));
        List<Class<?>> found = new ArrayList<>();
        for (BeanDefinition definition : scanner.findCandidateComponents("org.opencgt")) {
            try {
                found.add(Class.forName(definition.getBeanClassName()));
            } catch (ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
        return found;
    }

    private static List<Class<?>> with(Class<? extends Annotation> annotation, List<Class<?>> classes) {
        return classes.stream()
                .filter(type -> type.isAnnotationPresent(annotation))
                .toList();
    }
}
