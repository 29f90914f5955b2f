using System.Security.Claims;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.Access;

/// <summary>
/// Decides each request before its page runs, and sees that the access log is committed before the first byte leaves. Permissions
/// are read at every request and cached nowhere: a withdrawal holds from the next one on.
/// </summary>
public sealed class AccessGate(RequestDelegate next, AccessLog log, TimeProvider clock, SharingMatrices matrices, EmergencyGate emergencies, DemoMode demo)
{
    public async Task Invoke(HttpContext context, CommonGroundDb db, Disclosures disclosures)
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

        // Whoever it is, something is about to be shown to them.
        db.ShowsNobody = false;
        var now = clock.UtcNow();
        var personId = Guid.TryParse(context.User.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : Guid.Empty;
        var access = new RequestAccess(personId, declared.Purpose, now);
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

            if (await Decide(declared, access, context, db) is not { } decided)
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return;
            }

            access = decided;
            db.Viewer = new Viewer(personId, now, declared.Purpose);
            disclosures.Begin(db, access, What(endpoint));
            context.Response.OnStarting(() => disclosures.Commit(log, context.Response.StatusCode, context.RequestAborted));
        }

        context.SetAccess(access);
        await next(context);
    }

    private async Task<RequestAccess?> Decide(AccessAttribute declared, RequestAccess access, HttpContext context, CommonGroundDb db) => declared switch
    {
        SignedInAttribute => access,
        InUnitAttribute unit => await InUnit(unit, access, db),
        PrivacyOfficerOnlyAttribute => await IsPrivacyOfficer(access, db) ? access : null,
        InCaseAttribute inCase => await InCase(inCase, access, context, db),
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

    private async Task<RequestAccess?> InCase(InCaseAttribute declared, RequestAccess access, HttpContext context, CommonGroundDb db)
    {
        if (!Guid.TryParse(context.GetRouteValue("caseId") as string, out var caseId))
            return null;

        var onlyByConsent = ConsentOffer.OnlyByConsent.ToArray();
        var found = await db.Cases.TagWith(Tags.Policy).AsNoTracking().Where(c => c.Id == caseId)
            .Select(c => new
            {
                c.CitizenPersonId,
                c.Country,
                Parties = db.Parties.IgnoreQueryFilters(new[] { CommonGroundDb.SharingFilter })
                    .Where(p => p.CaseId == c.Id && p.PersonId == access.PersonId && p.From <= access.Now && (p.Until == null || p.Until > access.Now)
                        // Who is here only by the citizen's yes is here only while it stands.
                        && (!onlyByConsent.Contains(p.Role) || db.Consents.Any(yes => yes.CaseId == p.CaseId && yes.WithdrawnAt == null
                            && yes.From <= access.Now && (yes.Until == null || yes.Until > access.Now)
                            // As ConsentRecipient.Reaches has it.
                            && (yes.RecipientPartyId == p.Id
                                || (yes.Reach == ConsentReach.Role && yes.Workplace != null && yes.Workplace == p.Workplace && yes.RecipientRole == p.Role)
                                || (yes.Reach == ConsentReach.Organisation && yes.OrganisationId != null && yes.OrganisationId == p.OrganisationId
                                    && p.Role != PartyRole.Supervisor && p.Role != PartyRole.Companion)))))
                    .ToList(),
                Kinds = db.Grants.Where(g => g.CaseId == c.Id && g.PersonId == access.PersonId && g.ItemId == null && !g.OwnWordsOnly
                        && g.From <= access.Now && (g.Until == null || g.Until > access.Now) && (g.Purposes & Grant.Bit(access.Purpose)) != 0)
                    .Select(g => g.Kind).ToList(),
                // For the links on top, which would ask for it otherwise.
                Works = db.Memberships.Any(m => m.PersonId == access.PersonId && m.From <= access.Now && (m.Until == null || m.Until > access.Now)),
                InCare = db.Memberships.Any(m => m.PersonId == access.PersonId && m.From <= access.Now && (m.Until == null || m.Until > access.Now)
                    && m.Role != PartyRole.Caseworker),
            })
            // A part or two and a dozen kinds: one statement, where three would each be a way to the database.
            .AsSingleQuery().FirstOrDefaultAsync();
        if (found is null)
            return null;

        var party = found.Parties.Find(p => declared.Roles.Count == 0 || declared.Roles.Contains(p.Role));
        if (party is null)
        {
            // Someone asked for a case that is not theirs: to them it does not exist; to the citizen it is told.
            await log.Write(new Domain.Journal.Access(access.Now, access.PersonId, found.Parties.Select(p => (PartyRole?)p.Role).FirstOrDefault(), Hat.Support, access.Purpose,
                What(context.GetEndpoint()!), false, [new Disclosed(found.CitizenPersonId, caseId, 0)]), context.RequestAborted);
            return null;
        }

        var hat = matrices.For(found.Country).HatOf(party.Role);
        return access with
        {
            Work = new MyWork(found.Works, found.InCare),
            InCase = new CaseView(caseId, found.CitizenPersonId, found.Country, party.Id, party.Role, party.Treats, hat, found.Kinds.ToHashSet()),
        };
    }

    internal static string What(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.RazorPages.PageActionDescriptor>()?.ViewEnginePath.TrimStart('/')
        ?? endpoint.DisplayName ?? "";
}
