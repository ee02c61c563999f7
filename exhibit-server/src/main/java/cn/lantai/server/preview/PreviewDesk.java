package cn.lantai.server.preview;

import cn.lantai.entity.EntityIri;
import cn.lantai.journal.EntityState;
import cn.lantai.journal.Journal;
import cn.lantai.server.linkeddata.Entities;
import cn.lantai.server.problem.ProblemException;
import cn.lantai.server.rights.NotAllowedException;
import cn.lantai.server.rights.OutOfReachException;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.rights.Rights;
import cn.lantai.server.security.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Links for who is asking: whoever may see a thing makes links to it, in his own name. */
@RequestScoped
public class PreviewDesk {

  @Inject PreviewLinks links;
  @Inject PreviewShow show;
  @Inject Journal journal;
  @Inject Visitor visitor;

  /**
   * The thing that an address names.
   *
   * @throws ProblemException if there is none, or none that may be seen, or it has no page
   */
  EntityIri entity(String type, String key) {
    EntityIri entity =
        Entities.named(type, key)
            .filter(each -> PreviewShow.hasPage(each.type()))
            .filter(each -> journal.state(each).isPresent())
            .orElseThrow(() -> Entities.unknown(type, key));
    try {
      visitor.rights().require(Permission.SEE, entity);
    } catch (OutOfReachException hidden) {
      throw Entities.unknown(type, key);
    }
    return entity;
  }

  /** The version that is meant: the newest one if {@code wanted} is none of this thing. */
  long version(EntityIri entity, long wanted) {
    boolean isVersion =
        wanted > 0
            && journal.entries(List.of(wanted)).stream()
                .anyMatch(each -> each.entity().equals(entity) && each.version() == wanted);
    return isVersion ? wanted : journal.state(entity).map(EntityState::current).orElseThrow();
  }

  /** Empty if there can be no such link. */
  Optional<PreviewLinks.Made> make(EntityIri entity, long version, String label, int days) {
    String account = visitor.account().orElseThrow(NotAllowedException::new);
    return show.version(entity, version)
        .flatMap(shown -> links.make(entity, version, label, days, account));
  }

  /**
   * @return the link that was withdrawn
   */
  PreviewLink end(EntityIri entity, long id) {
    PreviewLink link =
        links.of(entity).stream()
            .filter(each -> each.id() == id)
            .findFirst()
            .orElseThrow(() -> Entities.unknown(entity.type().segment(), entity.key()));
    if (!mayEnd(link)) {
      throw new NotAllowedException();
    }
    links.end(entity, id, visitor.name());
    return link;
  }

  /** Who made it, and who decides on what becomes public. */
  boolean mayEnd(PreviewLink link) {
    Rights rights = visitor.rights();
    return link.by().equals(visitor.name())
        || rights.may(Permission.PUBLISH, link.entity())
        || rights.may(Permission.REVIEW, link.entity());
  }
}
