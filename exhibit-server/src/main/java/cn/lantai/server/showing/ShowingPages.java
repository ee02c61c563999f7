package cn.lantai.server.showing;

import cn.lantai.entity.EntityIri;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Requires;
import cn.lantai.showing.ShowingRefusedException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Sets when something opens and closes, from its builder. */
@Path("/workbench/selections/{type}/{key}/showing")
@RequestScoped
@Requires(Permission.PUBLISH)
public class ShowingPages {

  @Inject ShowingDesk desk;

  /** What is empty has no time any more. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response set(
      @PathParam("type") String type,
      @PathParam("key") String key,
      @FormParam("seen") @DefaultValue("0") int seen,
      @FormParam("opens") @DefaultValue("") String opens,
      @FormParam("closes") @DefaultValue("") String closes) {
    EntityIri entity = desk.selection(type, key);
    try {
      desk.set(entity, seen, ShowingTimes.read(opens), ShowingTimes.read(closes));
    } catch (ShowingRefusedException refused) {
      throw ShowingProblems.of(refused, 409);
    }
    return Response.seeOther(URI.create("/workbench/selections/" + type + "/" + key)).build();
  }
}
