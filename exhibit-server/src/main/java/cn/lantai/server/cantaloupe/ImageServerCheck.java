package cn.lantai.server.cantaloupe;

import cn.lantai.media.imageapi.ImageServer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready when pictures can be made; one elsewhere has a watch of its own. */
@Readiness
@ApplicationScoped
public class ImageServerCheck implements HealthCheck {

  @Inject Cantaloupe cantaloupe;
  @Inject ImageServer server;

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("images")
        .withData("server", server.name())
        .status(!cantaloupe.isStartedHere() || cantaloupe.address().isPresent())
        .build();
  }
}
