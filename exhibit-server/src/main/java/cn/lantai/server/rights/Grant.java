package cn.lantai.server.rights;

/** A role that somebody has, and where. */
public record Grant(Role role, Scope scope) {

  /**
   * @throws IllegalArgumentException if the role is for everything or nothing
   */
  public Grant {
    if (!role.hasScope() && !scope.equals(Scope.EVERYWHERE)) {
      throw new IllegalArgumentException(role + " has no scope");
    }
  }

  boolean allows(Permission permission) {
    return role.permissions().contains(permission);
  }
}
