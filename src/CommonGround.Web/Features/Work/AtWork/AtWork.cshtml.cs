using CommonGround.Domain.Cases;
using CommonGround.Domain.Documents;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Programmes;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Course;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Asked;
using CommonGround.Web.Persistence;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Work.AtWork;

/// <summary>The supervisor's page: what is asked of them now, what they said yes to, what they see and never see. Nothing else.</summary>
[InCase(Purpose.Coordination, PartyRole.Supervisor)]
public sealed class AtWorkModel(CommonGroundDb db, CaseReader cases, CopyReading copies, CopyReceipts receipts, IEnumerable<IAsk> asks) : PageModel
{
    public Guid CaseId { get; private set; }

    public Person? Citizen { get; private set; }

    public Person? Coordinator { get; private set; }

    /// <summary>The citizen's yes is for talks.</summary>
    public bool MayTalk { get; private set; }

    /// <summary>The citizen's yes is for the meeting together.</summary>
    public bool MayMeet { get; private set; }

    /// <summary>Whether the interview is still to be given.</summary>
    public bool InterviewOpen { get; private set; }

    /// <summary>The talk with them, as it is booked or left out; of other steps they see nothing.</summary>
    public StepState? Talk { get; private set; }

    /// <summary>They have answered, and the talk itself is still to be held.</summary>
    public bool TalkIsAhead => MayTalk && !InterviewOpen && Talk is { IsAhead: true };

    /// <summary>What they are awaited in this moment.</summary>
    public IReadOnlyList<AskedOf> Happening { get; private set; } = [];

    public IReadOnlyList<AskedOf> Asked { get; private set; } = [];

    public Document? Plan { get; private set; }

    public Guid? CopyId { get; private set; }

    /// <summary>Minutes that they were given.</summary>
    public IReadOnlyList<HeldCopy> Minutes { get; private set; } = [];

    /// <summary>They hold more than stands here: earlier versions, or copies of other cases.</summary>
    public bool HoldsMore { get; private set; }

    /// <summary>Nothing is shared with them now: not even whom to turn to. Of a protected identity, that is still shown.</summary>
    public bool IsClosed => Citizen is null && Coordinator is null;

    public async Task OnGet()
    {
        var (view, access) = (HttpContext.CaseView(), HttpContext.Access());
        CaseId = view.CaseId;
        var seen = await cases.Read();
        Citizen = seen.Of(PartyRole.Citizen)?.Person;
        Coordinator = seen.Of(PartyRole.Coordinator)?.Person;
        Talk = seen.Course.Programme.Steps.Where(s => s.Kind == StepKind.Interview && s.Involves(PartyRole.Supervisor))
            .Select(s => seen.Case.Step(s.Key)).FirstOrDefault(s => s is not null);
        (MayTalk, MayMeet) = (view.Allows(Purpose.Interview), view.Allows(Purpose.Meeting));
        InterviewOpen = MayTalk && Talk?.LeftOutAt is null
            && !await db.FormResponses.AnyAsync(r => r.CaseId == CaseId && r.AuthorPersonId == access.PersonId && r.ToldAt != null);
        var asked = await asks.All(access.PersonId, CaseId, access.Now);
        (Happening, Asked) = ([.. asked.Where(a => a.IsNow)], [.. asked.Where(a => !a.IsNow)]);
        var held = await copies.All(access.PersonId, CaseId);
        if (held.FirstOrDefault(c => c.Copy.Of == CopyOf.Plan) is { } newest)
        {
            (Plan, CopyId) = (newest.Document, newest.Copy.Id);
            db.Disclosures?.Add(view.CitizenPersonId, CaseId, [.. newest.Copy.Kinds]);
            await receipts.Shown(newest.Copy, access);
        }

        Minutes = [.. held.Where(c => c.Copy.Of == CopyOf.Minutes)];
        HoldsMore = held.Count(c => c.Copy.Of == CopyOf.Plan) > 1 || await copies.Elsewhere(access.PersonId, CaseId);
    }
}
