package cn.lantai.server.security;

import cn.lantai.server.rights.Permission;
import cn.lantai.server.rights.Rights;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import java.util.Set;

/** Who asks, once {@link RightsFilter} has found it out. */
@RequestScoped
public class Visitor {

  /** In whose name the journal has what is done with the {@link ControlKey}. */
  public static final String OPERATOR = "operator";

  private Optional<String> name = Optional.empty();
  private Optional<Rights> rights = Optional.empty();

  void is(String newName, Rights newRights) {
    name = Optional.of(newName);
    rights = Optional.of(newRights);
  }

  /**
   * @throws IllegalStateException if the resource says nothing of rights
   */
  public String name() {
    return name.orElseThrow(Visitor::unknown);
  }

  /**
   * @throws IllegalStateException if the resource says nothing of rights
   */
  public Rights rights() {
    return rights.orElseThrow(Visitor::unknown);
  }

  /** Empty as long as nobody has found out who it is. */
  Optional<String> known() {
    return name;
  }

  /** Empty for who has the data folder. */
  public Optional<String> account() {
    return Optional.of(name()).filter(each -> !each.equals(OPERATOR));
  }

  /** What the pages offer; nothing to a stranger. */
  public Set<Permission> permissions() {
    return rights.map(Rights::permissions).orElse(Set.of());
  }

  private static IllegalStateException unknown() {
    return new IllegalStateException("Nobody asked who this is; the resource needs @Requires");
  }
}
