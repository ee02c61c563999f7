package cn.lantai.server.opening;

import cn.lantai.opening.Outcome;
import cn.lantai.opening.model.Quality;
import cn.lantai.server.api.JsonBody;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Requires;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** What each archive's decisions taught its model, and having it learn of them anew. */
@Path("api/opening-models")
@RequestScoped
@Requires(Permission.SEE)
public class OpeningModelResource {

  @Inject OpeningTraining training;
  @Inject Addresses addresses;

  @GET
  public Response list() {
    JsonArrayBuilder models = Json.createArrayBuilder();
    training.models().forEach(model -> models.add(json(model)));
    return JsonBody.answer(Response.ok(), Json.createObjectBuilder().add("models", models));
  }

  @GET
  @Path("{archive}")
  public Response show(@PathParam("archive") String archive) {
    return JsonBody.answer(Response.ok(), json(training.model(archive)));
  }

  /** Trains it by a job; its address tells when that is done. */
  @POST
  @Path("{archive}/training")
  @Requires(Permission.REVIEW)
  public Response train(@PathParam("archive") String archive) {
    training.train(archive);
    OpeningTraining.Model model = training.model(archive);
    return JsonBody.answer(Response.accepted().location(URI.create(address(model))), json(model));
  }

  private JsonObjectBuilder json(OpeningTraining.Model model) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("archive", model.archive())
            .add("href", address(model))
            .add("title", model.name().map(name -> name.title().zh()).orElse(model.archive()))
            .add("training", model.running())
            .add("trained", model.quality().isPresent());
    model.quality().ifPresent(quality -> json.addAll(json(quality)));
    return json;
  }

  private static JsonObjectBuilder json(Quality quality) {
    JsonObjectBuilder decisions = Json.createObjectBuilder();
    for (Outcome outcome : Outcome.values()) {
      decisions.add(OpeningJson.lower(outcome), quality.decisions().getOrDefault(outcome, 0));
    }
    return Json.createObjectBuilder()
        .add("proposes", quality.isEnough())
        .add("decisions", decisions)
        .add("accuracy", quality.accuracy())
        .add("baseline", quality.baseline());
  }

  private String address(OpeningTraining.Model model) {
    return addresses.base() + "api/opening-models/" + model.archive();
  }
}
