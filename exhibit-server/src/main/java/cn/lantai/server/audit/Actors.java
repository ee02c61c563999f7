package cn.lantai.server.audit;

import cn.lantai.server.runtime.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import java.util.Optional;

/** Knows who acts: who asks, or else the server itself, or who has given it a command. */
@ApplicationScoped
public class Actors {

  @Inject Acting acting;
  @Inject Settings settings;

  public Actor current() {
    return asking()
        .orElseGet(() -> settings.command().equals("serve") ? Actor.SERVER : Actor.OPERATOR);
  }

  private Optional<Actor> asking() {
    try {
      return acting.actor();
    } catch (ContextNotActiveException noRequest) {
      return Optional.empty();
    }
  }
}
