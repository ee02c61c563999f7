package cn.lantai.server.security;

import cn.lantai.server.rights.Permission;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What lets a program act in the name of an account.
 *
 * @param label what its owner calls it
 * @param permissions what it is good for, as far as the account has them
 * @param usedOn the last day on which it was used
 */
public record Token(
    long id,
    String label,
    Set<Permission> permissions,
    Instant madeAt,
    Instant endsAt,
    Optional<LocalDate> usedOn) {}
