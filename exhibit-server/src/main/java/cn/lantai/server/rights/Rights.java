package cn.lantai.server.rights;

import cn.lantai.curation.ProfileViolationException;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.ingest.Permit;
import cn.lantai.ontology.ProfileCheck.Violation;
import cn.lantai.search.Reach;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What one person may do, and where: the one place that is asked. */
public final class Rights {

  private final List<Grant> grants;
  private final Places places;
  private final Set<Permission> limit;

  public Rights(Collection<Grant> grants, Places places) {
    this(grants, places, EnumSet.allOf(Permission.class));
  }

  private Rights(Collection<Grant> grants, Places places, Set<Permission> limit) {
    this.grants = List.copyOf(grants);
    this.places = places;
    this.limit = Set.copyOf(limit);
  }

  /** The same, but no more than these: for who acts in somebody's name for one purpose. */
  public Rights only(Set<Permission> permissions) {
    Set<Permission> both = EnumSet.copyOf(limit);
    both.retainAll(permissions);
    return new Rights(grants, places, both);
  }

  /** What the keeper of the data folder may do. */
  public static Rights ofOperator(Places places) {
    return new Rights(List.of(new Grant(Role.OPERATOR, Scope.EVERYWHERE)), places);
  }

  /** All that may be done somewhere. */
  public Set<Permission> permissions() {
    Set<Permission> all = EnumSet.noneOf(Permission.class);
    grants.forEach(grant -> all.addAll(grant.role().permissions()));
    all.retainAll(limit);
    return all;
  }

  /** Whether it may be done somewhere. */
  public boolean may(Permission permission) {
    return grants.stream().anyMatch(grant -> allows(grant, permission));
  }

  public boolean mayEverywhere(Permission permission) {
    return grants.stream()
        .anyMatch(grant -> allows(grant, permission) && grant.scope().root().isEmpty());
  }

  /** Whether it may be done to this entity, where its newest version stands. */
  public boolean may(Permission permission, EntityIri entity) {
    return mayEverywhere(permission) || (may(permission) && allows(permission, places.of(entity)));
  }

  /** Whether an image may be seen as it was stored, whatever the public sees of it. */
  public boolean maySeeOriginal(EntityIri image) {
    return may(Permission.DESCRIBE, image) || may(Permission.REVIEW, image);
  }

  /** Whether it may be done to all that lies in an archive or a record set. */
  public boolean mayWithin(Permission permission, EntityIri root) {
    return mayEverywhere(permission)
        || (root.type() == EntityType.RECORD_SET
            ? may(permission, root)
            : grants.stream()
                .filter(grant -> allows(grant, permission))
                .anyMatch(grant -> grant.scope().root().filter(root::equals).isPresent()));
  }

  /**
   * Whether a version may be saved: it changes something here and puts it there, so the permission
   * is needed for both.
   */
  public boolean may(Permission permission, EntityGraph version) {
    return may(permission, version, entity -> Optional.empty());
  }

  private boolean may(
      Permission permission,
      EntityGraph version,
      Function<EntityIri, Optional<EntityIri>> meanwhile) {
    if (mayEverywhere(permission)) {
      return true;
    }
    boolean here = !places.isKnown(version.iri()) || may(permission, version.iri());
    return here
        && may(permission)
        && allows(permission, places.of(version, meanwhile))
        && places.putInto(version, meanwhile).filter(there -> !allows(permission, there)).isEmpty();
  }

  /** Whether a description may name it: what may be seen, and what everybody sees. */
  public boolean mayName(EntityIri entity) {
    return may(Permission.SEE, entity) || places.isPublic(entity);
  }

  /**
   * What a version newly names though its author may not see it. What the version before named may
   * stay, so that who corrects one thing need not take away another.
   */
  public Set<EntityIri> namedBeyond(EntityGraph version, Optional<EntityGraph> before) {
    if (mayEverywhere(Permission.SEE)) {
      return Set.of();
    }
    Set<EntityIri> old = before.map(EntityGraph::links).orElse(Set.of());
    return version.links().stream()
        .filter(named -> !old.contains(named) && places.isKnown(named) && !mayName(named))
        .collect(Collectors.toSet());
  }

  /**
   * Nothing if it may be done.
   *
   * @throws OutOfReachException if the entity may not even be seen, which looks as if there were
   *     none
   * @throws NotAllowedException if it may be seen, but this may not be done
   */
  public void require(Permission permission, EntityIri entity) {
    if (!may(permission, entity)) {
      throw may(Permission.SEE, entity) ? new NotAllowedException() : new OutOfReachException();
    }
  }

  /**
   * The same for a version that is to be saved.
   *
   * @throws NotAllowedException also if it would stand where nothing may be saved
   */
  public void require(Permission permission, EntityGraph version) {
    if (places.isKnown(version.iri())) {
      require(permission, version.iri());
    }
    if (!may(permission, version)) {
      throw new NotAllowedException();
    }
  }

  /** What is to be said against a description, without the names of what may not be seen. */
  public List<Violation> violations(ProfileViolationException refused) {
    return refused.holders().stream().allMatch(this::mayName)
        ? refused.violations()
        : refused.violations().stream().map(Rights::withoutHolder).toList();
  }

  private static Violation withoutHolder(Violation violation) {
    return new Violation(
        violation.node(),
        violation.path(),
        "此档号已属于您权限以外的一条。请改用另一个档号",
        "The reference code belongs to something beyond your role. Choose another");
  }

  /** What the search of the working stage may find. */
  public Reach reach() {
    if (mayEverywhere(Permission.SEE)) {
      return Reach.EVERYTHING;
    }
    Set<EntityIri> roots =
        grants.stream()
            .filter(grant -> allows(grant, Permission.SEE))
            .flatMap(grant -> grant.scope().root().stream())
            .collect(Collectors.toSet());
    return Reach.within(
        roots,
        EnumSet.allOf(EntityType.class).stream()
            .filter(Places::isCommon)
            .collect(Collectors.toSet()));
  }

  /**
   * What an import may write.
   *
   * @param publish whether it publishes as well
   */
  public Permit permit(boolean publish) {
    Set<Permission> needed =
        publish ? EnumSet.of(Permission.IMPORT, Permission.PUBLISH) : EnumSet.of(Permission.IMPORT);
    if (needed.stream().allMatch(this::mayEverywhere)) {
      return Permit.EVERYTHING;
    }
    return new Permit() {
      @Override
      public boolean mayTake(
          EntityGraph description, Function<EntityIri, Optional<EntityIri>> imported) {
        return needed.stream().allMatch(permission -> may(permission, description, imported));
      }

      @Override
      public boolean mayName(EntityIri entity) {
        return Rights.this.mayName(entity);
      }
    };
  }

  private boolean allows(Permission permission, Place place) {
    return grants.stream()
        .anyMatch(grant -> allows(grant, permission) && grant.scope().holds(place));
  }

  private boolean allows(Grant grant, Permission permission) {
    return limit.contains(permission) && grant.allows(permission);
  }
}
