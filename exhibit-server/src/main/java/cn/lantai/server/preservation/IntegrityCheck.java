package cn.lantai.server.preservation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Tells what the last verification found. Damage is no reason to take the server from the net. */
@Readiness
@ApplicationScoped
public class IntegrityCheck implements HealthCheck {

  @Inject Integrity integrity;

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("integrity").up();
    integrity
        .last()
        .ifPresent(
            state ->
                response
                    .withData("verified", state.at().toString())
                    .withData("journal", state.journalIntact())
                    .withData("audit", state.auditIntact())
                    .withData("files", state.files())
                    .withData("damaged", state.damaged())
                    .withData("missing", state.missing())
                    .withData("unknown", state.unknown()));
    return response.build();
  }
}
