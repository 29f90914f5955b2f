using CommonGround.Domain.Cases;
using CommonGround.Domain.Programmes;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Shared.Course;

/// <summary>What every page of a case shows first: the case, its course, and who is in it, as far as the viewer may see. One statement.</summary>
public sealed class CaseReader(CommonGroundDb db, CaseCourses courses, IHttpContextAccessor http)
{
    public async Task<CaseInView> Read()
    {
        var view = http.HttpContext!.CaseView();
        var read = await db.Cases.AsNoTracking().Include(c => c.Steps).Include(c => c.Parties).ThenInclude(p => p.Person).AsSingleQuery()
            .SingleAsync(c => c.Id == view.CaseId);
        var now = http.HttpContext!.Access().Now;
        var parties = read.Parties.Where(p => p.IsActive(now)).OrderBy(p => p.From).ToList();
        return new CaseInView(view, read, courses.Of(read, read.Steps, parties), parties, courses.Today);
    }
}

/// <summary>A case as its page begins.</summary>
/// <param name="Parties">The active ones whom the viewer may see, with names.</param>
public sealed record CaseInView(CaseView View, Case Case, CourseOfCase Course, IReadOnlyList<Party> Parties, DateOnly Today)
{
    public Party? Of(Domain.Sharing.PartyRole role) => Parties.FirstOrDefault(p => p.Role == role);

    /// <summary>The citizen's name, where the viewer may know it; else nothing.</summary>
    public string CitizenName => Of(Domain.Sharing.PartyRole.Citizen)?.Person?.Name ?? "";

    /// <summary>Day N of the certificate episode: counted from its first day, which is day 1. The Agency counts for itself.</summary>
    public int EpisodeDay => Today.DayNumber - Case.FirstSickDay.DayNumber + 1;
}
