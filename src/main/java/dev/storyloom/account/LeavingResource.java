package dev.storyloom.account;

import dev.storyloom.account.AccountLeaving.Receipt;
import dev.storyloom.web.Page;
import dev.storyloom.web.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;

/** Where an account is deleted with everything in it. The password is asked for again; the answer is a receipt. */
@Path("/account/delete")
@Produces(MediaType.TEXT_HTML)
class LeavingResource {
    private static final int UNPROCESSABLE = 422;

    private final Viewer viewer;
    private final Page page;
    private final Registrations registrations;
    private final SignInLimits limits;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Entrance entrance;
    private final Event<AccountLeaving> leaving;

    LeavingResource(Viewer viewer, Page page, Registrations registrations, SignInLimits limits, Accounts accounts,
            Sessions sessions, Entrance entrance, Event<AccountLeaving> leaving) {
        this.viewer = viewer;
        this.page = page;
        this.registrations = registrations;
        this.limits = limits;
        this.accounts = accounts;
        this.sessions = sessions;
        this.entrance = entrance;
        this.leaving = leaving;
    }

    @GET
    public TemplateInstance ask() {
        return Templates.leave(viewer.account().guest());
    }

    /** A guest has no password; whoever holds the guest's browser is the guest. */
    @POST
    public Response leave(@RestForm String password) {
        Account account = viewer.account();
        if (!account.guest() && !knows(account, password == null ? "" : password)) {
            throw new Problem(UNPROCESSABLE, "wrong_password", page.words(AccountMessages.class).currentPasswordWrong());
        }
        sessions.closeAll(account.id);
        Receipt receipt = new Receipt();
        leaving.fire(new AccountLeaving(account.id, receipt));
        QuarkusTransaction.requiringNew().run(() -> accounts.deleteById(account.id));
        entrance.dismiss();
        return Response.ok(Templates.left(receipt)).header("Clear-Site-Data", "\"cache\", \"storage\"").build();
    }

    private boolean knows(Account account, String password) {
        boolean allowed = limits.take(account.email, entrance.address()).isZero();
        return allowed && registrations.check(account.email, password).isPresent();
    }

    @CheckedTemplate(basePath = "Account")
    static class Templates {
        static native TemplateInstance leave(boolean guest);

        static native TemplateInstance left(Receipt receipt);

        private Templates() {
        }
    }
}
