package io.valence.domain;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** What the domain's ports are, and what they must be like. */
final class Ports {
    private Ports() {}

    static boolean isSealed(JavaClass type) {
        return type.reflect().isSealed();
    }

    /** A package's own class file is an interface that nobody means. */
    static boolean isOpen(JavaClass type) {
        return !isSealed(type) && !type.getSimpleName().equals("package-info");
    }

    static ArchCondition<JavaClass> speakOnlyOf(DescribedPredicate<? super JavaClass> allowed) {
        return new ArchCondition<>("be a port that speaks only of " + allowed.getDescription()) {
            @Override
            public void check(JavaClass port, ConditionEvents events) {
                if (!isPublic(port) || !isItselfOrPartOfOne(port)) {
                    violated(
                            port,
                            port.getDescription() + " is no public top-level type, nor part of one",
                            events);
                }
                for (JavaMethod method : port.getMethods()) {
                    check(port, method, events);
                }
            }

            private boolean isPublic(JavaClass port) {
                return port.getModifiers().contains(JavaModifier.PUBLIC);
            }

            // A port may have parts that stand in it.
            private boolean isItselfOrPartOfOne(JavaClass port) {
                return port.getEnclosingClass()
                        .map(around -> around.isInterface() && isOpen(around))
                        .orElse(true);
            }

            private void check(JavaClass port, JavaMethod method, ConditionEvents events) {
                if (!method.getModifiers().contains(JavaModifier.ABSTRACT)) {
                    violated(port, method.getDescription() + " has a body", events);
                }
                for (JavaClass type : method.getAllInvolvedRawTypes()) {
                    if (!type.isPrimitive() && !allowed.test(type.getBaseComponentType())) {
                        violated(
                                port,
                                method.getDescription() + " speaks of " + type.getName(),
                                events);
                    }
                }
            }

            private void violated(JavaClass port, String message, ConditionEvents events) {
                events.add(SimpleConditionEvent.violated(port, message));
            }
        };
    }
}
