package cn.lantai.server.api;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;

/**
 * What programs can do here, in OpenAPI 3. It is open to all, for who writes a program reads it
 * first, and it tells nothing of the holdings.
 */
@Path("openapi.yaml")
public class ApiDescription {

  static final String FILE = "openapi.yaml";

  @GET
  public Response yaml() throws IOException {
    try (InputStream file = ApiDescription.class.getResourceAsStream(FILE)) {
      // RFC 9512
      return Response.ok(file.readAllBytes(), "application/yaml").build();
    }
  }
}
