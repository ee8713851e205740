package io.valence.server.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

import java.util.List;

/** The open doors of a domain: its top-level interfaces that are not sealed. */
final class Ports {
    private Ports() {}

    static boolean isPort(JavaClass type, Packages house) {
        return isIn(house.domain(), type)
                && type.isInterface()
                && type.isTopLevelClass()
                && !type.getSimpleName().equals("package-info")
                && !type.reflect().isSealed();
    }

    static boolean isIn(String name, JavaClass type) {
        return (type.getPackageName() + ".").startsWith(name + ".");
    }

    /** The class in whose file this one stands. */
    static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(Ports::outermost).orElse(type);
    }

    static List<JavaClass> of(Packages house, JavaClasses classes) {
        return classes.stream().filter(type -> isPort(type, house)).toList();
    }

    /** The ports that this class implements. */
    static List<JavaClass> implementedBy(JavaClass type, Packages house) {
        if (type.isInterface()) {
            return List.of();
        }
        return type.getAllRawInterfaces().stream().filter(port -> isPort(port, house)).toList();
    }
}
