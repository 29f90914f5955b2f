using CommonGround.Domain.Cases;
using CommonGround.Domain.Forms;
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
        return InView(view, await Whole().SingleAsync(c => c.Id == view.CaseId));
    }

    /// <summary>With the citizen's own answer to one question, in the same statement; null if it was not told, or not to this viewer.</summary>
    public async Task<(CaseInView Seen, StoredAnswer? Answer)> ReadWith(string linkId)
    {
        var view = http.HttpContext!.CaseView();
        // By the case's column, to be one statement; and by its id, to be found by the index and not in every case.
        var (caseId, citizen) = (view.CaseId, view.CitizenPersonId);
        var read = await Whole().Where(c => c.Id == caseId).Select(c => new
        {
            Case = c,
            Answer = db.Answers.Where(a => a.CaseId == c.Id && a.CaseId == caseId && a.LinkId == linkId && a.AuthorPersonId == citizen).OrderBy(a => a.Id).FirstOrDefault(),
        }).SingleAsync();
        return (InView(view, read.Case), read.Answer);
    }

    private IQueryable<Case> Whole() =>
        db.Cases.AsNoTracking().Include(c => c.Steps).Include(c => c.Parties).ThenInclude(p => p.Person).AsSingleQuery();

    private CaseInView InView(CaseView view, Case read)
    {
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

    /// <summary>
    /// Whether the viewer sees how far it has come. To whoever does not see who met and when, steps that were taken look as if they were
    /// not: they are told that it is not shown.
    /// </summary>
    public bool KnowsHowFar => View.Role == Domain.Sharing.PartyRole.Citizen || View.Sees(Domain.Sharing.InformationKind.Attendance);

    /// <summary>Day N since the first sick day, which is day 1, also where the certificates left a gap. The Agency counts for itself.</summary>
    public int EpisodeDay => Today.DayNumber - Case.FirstSickDay.DayNumber + 1;
}
