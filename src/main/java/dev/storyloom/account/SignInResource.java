package dev.storyloom.account;

import dev.storyloom.web.LocalPath;
import dev.storyloom.web.Page;
import dev.storyloom.web.Public;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

/** Signing in and out. */
@Path("/")
@Public
class SignInResource {
    private final Registrations registrations;
    private final Entrance entrance;
    private final SignInLimits limits;
    private final Viewer viewer;
    private final Page page;

    SignInResource(Registrations registrations, Entrance entrance, SignInLimits limits, Viewer viewer, Page page) {
        this.registrations = registrations;
        this.entrance = entrance;
        this.limits = limits;
        this.viewer = viewer;
        this.page = page;
    }

    @CheckedTemplate(basePath = "Account")
    static class Templates {
        static native TemplateInstance signin(String email, String next, String fault);

        private Templates() {
        }
    }

    @GET
    @Path("signin")
    public Response form(@RestQuery String next) {
        LocalPath target = LocalPath.of(next);
        if (viewer.signedIn() && !viewer.account().guest()) {
            return target.redirect();
        }
        return Response.ok(Templates.signin("", target.value(), null)).build();
    }

    @POST
    @Path("signin")
    public Response signIn(@RestForm String email, @RestForm String password, @RestForm String next) {
        String stored = Registrations.stored(email);
        Duration wait = limits.take(stored, entrance.address());
        if (!wait.isZero()) {
            String fault = words().tooManyTries(wait.toMinutes() + 1);
            return Response.status(Response.Status.TOO_MANY_REQUESTS).header("Retry-After", wait.toSeconds() + 1)
                    .entity(Templates.signin(stored, LocalPath.of(next).value(), fault)).build();
        }
        Optional<Account> account = registrations.check(stored, password == null ? "" : password);
        if (account.isEmpty()) {
            return Response.status(422)
                    .entity(Templates.signin(stored, LocalPath.of(next).value(), words().wrongPair())).build();
        }
        limits.succeeded(stored, entrance.address());
        entrance.admit(account.get());
        return LocalPath.of(next).redirect();
    }

    @POST
    @Path("signout")
    public Response signOut() {
        entrance.dismiss();
        return Response.status(Response.Status.SEE_OTHER).header("Location", "/")
                .header("Clear-Site-Data", "\"cache\", \"storage\"").build();
    }

    private AccountMessages words() {
        return page.words(AccountMessages.class);
    }
}
