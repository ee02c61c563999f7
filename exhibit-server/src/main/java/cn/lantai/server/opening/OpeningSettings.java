package cn.lantai.server.opening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the administrator has settled about opening reviews. */
@ApplicationScoped
public class OpeningSettings {

  private static final int MOST = 200;

  @Inject
  @ConfigProperty(name = "lantai.opening.years")
  int years;

  /** So many years after it was made a record is due. */
  public int years() {
    if (years < 0 || years > MOST) {
      throw new IllegalStateException("LANTAI_OPENING_YEARS: 0 … " + MOST);
    }
    return years;
  }
}
