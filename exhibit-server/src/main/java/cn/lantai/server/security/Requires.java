package cn.lantai.server.security;

import cn.lantai.server.rights.Permission;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource, or a method of one, which goes before: open to who has signed in and may do one of
 * these somewhere; if none is named, to all who have signed in. Below {@code /api} the {@link
 * ControlKey} opens it as well, and so does one of the {@link Tokens}, as far as it goes. Whether
 * it may be done to a certain entity the resource asks the {@link Visitor}'s rights.
 *
 * <p>Nothing below {@code /workbench} and {@code /api} is open without it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Requires {

  Permission[] value() default {};
}
