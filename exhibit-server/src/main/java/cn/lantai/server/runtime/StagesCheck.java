package cn.lantai.server.runtime;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready when everything is open and no stage lags far behind the journal. */
@Readiness
@ApplicationScoped
public class StagesCheck implements HealthCheck {

  @Inject Platform platform;
  @Inject Stores stores;
  @Inject Settings settings;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("stages");
    if (!platform.isReady()) {
      return response.down().build();
    }
    long head = stores.head();
    response.withData("journal", head);
    boolean near = true;
    for (var position : stores.positions().entrySet()) {
      response.withData(position.getKey(), position.getValue());
      near &= head - position.getValue() <= settings.readyLag();
    }
    return response.status(near).build();
  }
}
