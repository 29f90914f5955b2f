using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Accounts;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.Access;

/// <summary>
/// Decides each request before its page runs, and sees that the access log is committed before the first byte leaves. Permissions
/// are read at every request and cached nowhere: a withdrawal holds from the next one on, and so does the end of a session.
/// </summary>
public sealed class AccessGate(RequestDelegate next, AccessLog log, TimeProvider clock, SharingMatrices matrices, EmergencyGate emergencies, DemoMode demo)
{
    public async Task Invoke(HttpContext context, CommonGroundDb db, Disclosures disclosures, SessionGate session)
    {
        if (context.GetEndpoint() is not { } endpoint)
        {
            await next(context);
            return;
        }

        if (endpoint.Metadata.GetMetadata<AccessAttribute>() is not { } declared)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // Nothing is here to be asked for in another way, whatever the address: so it tells nothing, and is no look.
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method) && !HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var now = clock.UtcNow();
        var shown = SignedInAs.Of(context.User);
        // A page of a case reads the session together with the part in it; files are the same for everybody.
        if (shown is not null && declared is not InCaseAttribute && endpoint.Metadata.GetMetadata<SecurityHeaders.StaticFile>() is null && !await session.Admit(context))
            shown = null;
        var personId = shown?.PersonId ?? Guid.Empty;
        // Something is about to be shown to them. To those who are not signed in no page shows anybody.
        db.ShowsNobody = personId == Guid.Empty;
        var access = new RequestAccess(personId, declared.Purpose, now) { Address = Changes.SentAgain.AddressOf(context.Request) };
        if (declared is DemoOnlyAttribute && !demo.On)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (declared is not (OpenToAllAttribute or DemoOnlyAttribute))
        {
            if (personId == Guid.Empty)
            {
                await context.ChallengeAsync();
                return;
            }

            var decided = await Decide(declared, access, context, db, session);
            if (session.Current is null)
            {
                await context.ChallengeAsync();
                return;
            }

            if (decided is null)
            {
                if (declared is not (InCaseAttribute or MayOpenInEmergencyAttribute or OpenedInEmergencyAttribute) && await NamedInAddress.Of(context).Whom(db, context.RequestAborted) is { } named)
                    await log.Write(Refused(access, endpoint, null, named), context.RequestAborted);
                KeptForm.WhereClosed(context);
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            if (decided.GoesTo is { } elsewhere)
            {
                context.Response.Redirect(elsewhere);
                return;
            }

            access = decided;
            db.Viewer = new Viewer(personId, now, declared.Purpose) { PartyId = access.InCase?.PartyId is { } part && part != Guid.Empty ? part : null };
            disclosures.Begin(db, access, What(endpoint), NamedInAddress.Of(context));
            context.Response.OnStarting(() => disclosures.Commit(log, context.Response.StatusCode, context.RequestAborted));
        }

        context.SetAccess(access);
        await next(context);
    }

    private async Task<RequestAccess?> Decide(AccessAttribute declared, RequestAccess access, HttpContext context, CommonGroundDb db, SessionGate session) => declared switch
    {
        SignedInAttribute => access,
        InUnitAttribute unit => await InUnit(unit, access, db),
        PrivacyOfficerOnlyAttribute => await IsPrivacyOfficer(access, db) ? access : null,
        InCaseAttribute inCase => await InCase(inCase, access, context, db, session),
        MayOpenInEmergencyAttribute => await emergencies.MayOpen(access, context, db),
        OpenedInEmergencyAttribute => await emergencies.HasOpened(access, context, db),
        _ => null,
    };

    private static async Task<RequestAccess?> InUnit(InUnitAttribute declared, RequestAccess access, CommonGroundDb db)
    {
        var membership = await db.Memberships.TagWith(Tags.Policy).AsNoTracking()
            .Include(m => m.Unit).ThenInclude(u => u!.Organisation)
            .Where(m => m.PersonId == access.PersonId && m.From <= access.Now && (m.Until == null || m.Until > access.Now))
            .OrderBy(m => m.From).ToListAsync();
        var fits = membership.Find(m => declared.Roles.Count == 0 || declared.Roles.Contains(m.Role));
        return fits is null ? null : access with { InUnit = fits, Work = MyWork.As([.. membership.Select(m => m.Role)]) };
    }

    private static Task<bool> IsPrivacyOfficer(RequestAccess access, CommonGroundDb db) =>
        db.PrivacyOfficers.TagWith(Tags.Policy).AnyAsync(o => o.PersonId == access.PersonId && o.From <= access.Now && (o.Until == null || o.Until > access.Now));

    private async Task<RequestAccess?> InCase(InCaseAttribute declared, RequestAccess access, HttpContext context, CommonGroundDb db, SessionGate session)
    {
        if (!Guid.TryParse(context.GetRouteValue("caseId") as string, out var caseId))
        {
            await session.Admit(context);
            return null;
        }

        var shown = SignedInAs.Of(context.User)!;
        var onlyByConsent = ConsentOffer.OnlyByConsent.ToArray();
        var found = await db.Cases.TagWith(Tags.Policy).AsNoTracking().Where(c => c.Id == caseId)
            .SelectMany(_ => db.Sessions.Where(s => s.Id == shown.SessionId).DefaultIfEmpty(), (c, session) => new { Case = c, Session = session })
            .Select(row => new
            {
                row.Case.CitizenPersonId,
                row.Case.Country,
                row.Session,
                Parties = db.Parties.IgnoreQueryFilters(new[] { CommonGroundDb.SharingFilter })
                    .Where(p => p.CaseId == row.Case.Id && p.PersonId == access.PersonId && p.From <= access.Now && (p.Until == null || p.Until > access.Now)
                        // Who is here only by the citizen's yes is here only while it stands.
                        && (!onlyByConsent.Contains(p.Role) || db.Consents.Any(yes => yes.CaseId == p.CaseId && yes.WithdrawnAt == null
                            && yes.From <= access.Now && (yes.Until == null || yes.Until > access.Now)
                            // As ConsentRecipient.Reaches has it.
                            && (yes.RecipientPartyId == p.Id
                                || (yes.Reach == ConsentReach.Role && yes.Workplace != null && yes.Workplace == p.Workplace && yes.RecipientRole == p.Role)
                                || (yes.Reach == ConsentReach.Organisation && yes.OrganisationId != null && yes.OrganisationId == p.OrganisationId
                                    && p.Role != PartyRole.Supervisor && p.Role != PartyRole.Companion)))))
                    .ToList(),
                Kinds = db.Grants.Where(g => g.CaseId == row.Case.Id && g.PersonId == access.PersonId && g.ItemId == null && !g.OwnWordsOnly
                        && g.From <= access.Now && (g.Until == null || g.Until > access.Now))
                    .Select(g => new { g.Kind, g.PartyId, g.Purposes }).ToList(),
                Chosen = db.ChosenParts.Where(c => c.SessionId == shown.SessionId && c.CaseId == row.Case.Id).Select(c => (Guid?)c.PartyId).FirstOrDefault(),
                // For the links on top, which would ask for it otherwise.
                Works = db.Memberships.Any(m => m.PersonId == access.PersonId && m.From <= access.Now && (m.Until == null || m.Until > access.Now)),
                InCare = db.Memberships.Any(m => m.PersonId == access.PersonId && m.From <= access.Now && (m.Until == null || m.Until > access.Now)
                    && m.Role != PartyRole.Caseworker),
            })
            // A part or two and a dozen kinds: one statement, where three would each be a way to the database.
            .AsSingleQuery().FirstOrDefaultAsync();
        // Whoever is signed out learns no more of a case that is there than of one that is not.
        if (!await (found is null ? session.Admit(context) : session.Admit(context, shown, found.Session)) || found is null)
            return null;

        var parts = new PartsInCase(found.Parties, declared.Roles);
        if (parts.Fitting.Count == 0)
        {
            // What it did took the part away: the very form, sent again, leads where it led, and is no attempt.
            if (await Changes.SentAgain.Before(context, db, access.PersonId) is { } led)
                return access with { GoesTo = led };

            // Someone asked for a case that is not theirs: to them it does not exist; to the citizen it is told.
            await log.Write(Refused(access, context.GetEndpoint()!, found.Parties.Select(p => (PartyRole?)p.Role).FirstOrDefault(), new Disclosed(found.CitizenPersonId, caseId, 0)),
                context.RequestAborted);
            return null;
        }

        if (await parts.ActsIn(context, found.Chosen) is not { } party)
            return access with { GoesTo = PartsInCase.WhereToChoose(context.Request, caseId) };

        var matrix = matrices.For(found.Country);
        var theirs = found.Kinds.FindAll(k => k.PartyId is null || k.PartyId == party.Id);
        return access with
        {
            Work = new MyWork(found.Works, found.InCare),
            InCase = new CaseView(caseId, found.CitizenPersonId, found.Country, party.Id, party.Role, party.Treats, matrix.HatOf(party.Role),
                theirs.Where(k => (k.Purposes & Grant.Bit(access.Purpose)) != 0).Select(k => k.Kind).ToHashSet())
            {
                Purposes = theirs.Aggregate(0, (all, k) => all | k.Purposes),
                Parts = [.. found.Parties.OrderBy(p => p.Role).Select(p => new OwnPart(p.Id, p.Role, matrix.HatOf(p.Role)))],
            },
        };
    }

    private static Domain.Journal.Access Refused(RequestAccess access, Endpoint endpoint, PartyRole? role, Disclosed named) =>
        new(access.Now, access.PersonId, role, Hat.Support, access.Purpose, What(endpoint), false, [named]);

    internal static string What(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.RazorPages.PageActionDescriptor>()?.ViewEnginePath.TrimStart('/')
        ?? endpoint.DisplayName ?? "";
}
