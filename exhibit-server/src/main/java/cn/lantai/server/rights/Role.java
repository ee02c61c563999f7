package cn.lantai.server.rights;

import static cn.lantai.server.rights.Permission.ACCOUNTS;
import static cn.lantai.server.rights.Permission.AUDIT;
import static cn.lantai.server.rights.Permission.COMMAND;
import static cn.lantai.server.rights.Permission.DESCRIBE;
import static cn.lantai.server.rights.Permission.EXPORT;
import static cn.lantai.server.rights.Permission.IMPORT;
import static cn.lantai.server.rights.Permission.OPERATE;
import static cn.lantai.server.rights.Permission.PUBLISH;
import static cn.lantai.server.rights.Permission.REVIEW;
import static cn.lantai.server.rights.Permission.SEE;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The table of roles and permissions. */
public enum Role {
  /**
   * Everything that can be done by signing in: the first account of a system, whose keeper works
   * alone. It is given to nobody else.
   */
  SOLE_ADMINISTRATOR(SEE, DESCRIBE, PUBLISH, REVIEW, IMPORT, EXPORT, OPERATE, ACCOUNTS, AUDIT),
  SYSTEM_ADMINISTRATOR(IMPORT, OPERATE),
  SECURITY_ADMINISTRATOR(ACCOUNTS),
  AUDIT_ADMINISTRATOR(AUDIT),
  CURATOR(SEE, DESCRIBE, PUBLISH, IMPORT, EXPORT),
  REVIEWER(SEE, REVIEW),
  CONTRIBUTOR(SEE, DESCRIBE),
  READER(SEE),
  /** Who has the data folder, by the key that lies in it. Never given to an account. */
  OPERATOR(SEE, DESCRIBE, PUBLISH, REVIEW, IMPORT, EXPORT, OPERATE, ACCOUNTS, AUDIT, COMMAND);

  /** 三员: no account has two of them, for each watches over the others. */
  public static final Set<Role> SEPARATE =
      Collections.unmodifiableSet(
          EnumSet.of(SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR, AUDIT_ADMINISTRATOR));

  @SuppressWarnings("ImmutableEnumChecker") // it is never changed
  private final Set<Permission> permissions;

  Role(Permission... permissions) {
    EnumSet<Permission> set = EnumSet.noneOf(Permission.class);
    set.addAll(Arrays.asList(permissions));
    this.permissions = Collections.unmodifiableSet(set);
  }

  public Set<Permission> permissions() {
    return permissions;
  }

  /** Those that a security administrator can give. */
  public static List<Role> given() {
    return Arrays.stream(values())
        .filter(role -> role != SOLE_ADMINISTRATOR && role != OPERATOR)
        .toList();
  }

  /** Whether it can be given for one archive or fonds. */
  public boolean hasScope() {
    return this == CURATOR || this == REVIEWER || this == CONTRIBUTOR || this == READER;
  }
}
