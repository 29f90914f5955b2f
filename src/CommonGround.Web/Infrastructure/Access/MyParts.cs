using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.Access;

/// <summary>One's own part in a case, and whether the case still runs.</summary>
public sealed record MyPart(Guid CaseId, Guid PartyId, PartyRole Role, DateTime From)
{
    public string Home => HomeOf(Role, CaseId);

    /// <summary>Where a case begins for someone in this role.</summary>
    public static string HomeOf(PartyRole role, Guid caseId) => role switch
    {
        PartyRole.Citizen => $"/my/{caseId}",
        PartyRole.Supervisor => $"/work/{caseId}",
        PartyRole.Companion => $"/with/{caseId}",
        _ => $"/cases/{caseId}",
    };
}

/// <summary>Whether someone works in a unit now, and whether in one that gives care.</summary>
public sealed record MyWork(bool IsProfessional, bool IsInCare)
{
    public static MyWork As(IReadOnlyCollection<PartyRole> roles) => new(roles.Count > 0, roles.Any(r => r is not PartyRole.Caseworker));
}

/// <summary>Where someone belongs: their parts in cases and their work, now.</summary>
/// <param name="AnswersQuestions">As an organisation's privacy officer; asked only of those who have no other place.</param>
public sealed record MyPlaces(IReadOnlyList<MyPart> Parts, MyWork Work, bool AnswersQuestions = false)
{
    public bool WorksInCare => Work.IsInCare;

    public bool IsProfessional => Work.IsProfessional;

    /// <summary>The first page that is theirs.</summary>
    public string FirstPage =>
        IsProfessional ? "/cases"
        : Parts.FirstOrDefault(p => p.Role == PartyRole.Citizen) is { } own ? own.Home
        : Parts.FirstOrDefault(p => p.Role == PartyRole.Supervisor) is { } work ? work.Home
        : Parts.Count > 0 ? $"/with/{Parts[0].CaseId}"
        : AnswersQuestions ? "/privacy"
        : "/nothing-yet";
}

/// <summary>Finds them, once a request.</summary>
public sealed class MyParts(CommonGroundDb db, IHttpContextAccessor http, TimeProvider clock)
{
    private MyPlaces? _found;
    private MyWork? _work;

    public async Task<MyPlaces> Of(Guid personId)
    {
        if (_found is not null)
            return _found;

        var now = clock.UtcNow();
        var parts = await db.Whole<Party>().TagWith(Tags.Policy).AsNoTracking()
            .Where(p => p.PersonId == personId && p.From <= now && (p.Until == null || p.Until > now))
            .OrderByDescending(p => p.From).Select(p => new MyPart(p.CaseId, p.Id, p.Role, p.From)).Take(1000).ToListAsync();
        var work = await WorkOf(personId);
        var answers = parts.Count == 0 && !work.IsProfessional && await db.PrivacyOfficers.TagWith(Tags.Policy)
            .AnyAsync(o => o.PersonId == personId && o.From <= now && (o.Until == null || o.Until > now));
        return _found = new MyPlaces(parts, work, answers);
    }

    /// <summary>On a page of a case or a unit it was read when their access was decided.</summary>
    public async Task<MyWork> WorkOf(Guid personId)
    {
        var now = clock.UtcNow();
        return _work ??= http.HttpContext?.Access() is { Work: { } known } access && access.PersonId == personId ? known
            : MyWork.As(await db.Memberships.TagWith(Tags.Policy).AsNoTracking()
                .Where(m => m.PersonId == personId && m.From <= now && (m.Until == null || m.Until > now)).Select(m => m.Role).ToListAsync());
    }
}
