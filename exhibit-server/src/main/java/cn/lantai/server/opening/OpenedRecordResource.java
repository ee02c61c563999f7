package cn.lantai.server.opening;

import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Requires;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** The list of what was opened, as it is announced. */
@Path("api/opened-records.csv")
@RequestScoped
@Requires(Permission.SEE)
public class OpenedRecordResource {

  @Inject OpenedCatalogue catalogue;

  /**
   * @param archive the key of an archive; empty for all within reach
   */
  @GET
  public Response table(@QueryParam("archive") @DefaultValue("") String archive) {
    return catalogue.download(archive);
  }
}
