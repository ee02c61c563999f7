package cn.lantai.server.audit;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who acts in a request, as far as it is known by now. */
@RequestScoped
public class Acting {

  private Optional<Actor> actor = Optional.empty();

  public void is(Actor known) {
    actor = Optional.of(known);
  }

  /** Empty where no request came over the network. */
  Optional<Actor> actor() {
    return actor;
  }
}
