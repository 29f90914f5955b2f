using CommonGround.Domain.Plans;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure.Asked;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Features.Plans.FollowPlan;

/// <summary>How the lines of a plan go, asked of whom each asks from its day on.</summary>
public sealed class AsksOfFollowing(CommonGroundDb db, PlanFollower following) : IAskInDatabase
{
    private const string What = "line.";

    public IQueryable<AskRow> Of(Guid personId, Guid? caseId, DateTime now) => PlanFollower.Reaching(
            db.LineAsks.AsNoTracking().Where(a => a.AuthorPersonId == personId && (caseId == null || a.CaseId == caseId) && a.ClosedAt == null && a.From <= now),
            db.HandedOverCopies)
        .Select(a => new AskRow
        {
            What = a.What == LineQuestion.HowItGoes ? What + nameof(LineQuestion.HowItGoes)
                : a.What == LineQuestion.IsItSo ? What + nameof(LineQuestion.IsItSo)
                : a.What == LineQuestion.Late ? What + nameof(LineQuestion.Late) : What + nameof(LineQuestion.NotDone),
            CaseId = a.CaseId, Role = a.Role, ItemId = a.Id, Since = a.From, Until = null, Country = "",
        });

    public AskedOf? Word(AskRow row, DateTime now) => !row.What.StartsWith(What, StringComparison.Ordinal) ? null
        : new AskedOf(row.CaseId, row.Role, "asked." + row.What, PlanFollower.Path(row.CaseId),
            row.What == What + nameof(LineQuestion.HowItGoes) ? following.Days.Of(row.Since) : null, row.Since);
}
