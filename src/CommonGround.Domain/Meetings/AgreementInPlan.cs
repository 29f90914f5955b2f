using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.Meetings;

/// <summary>What was agreed in a meeting, as lines of the plan: word for word, with the agreement's id as the line's.</summary>
public static class AgreementInPlan
{
    public static PlanContent ToPlan(this MeetingResult result, Meeting meeting)
    {
        // The workplace reads only what it was there to agree to. What is not of the plan's kind keeps its kind, and stays with the care.
        var audience = meeting.Participants.Any(p => p.Role == PartyRole.Supervisor) ? PlanAudience.Workplace : PlanAudience.CitizenAndCare;
        return new PlanContent
        {
            Items = [.. result.Agreed.Select(a => Line(a, a.Kind == InformationKind.Plan ? audience : PlanAudience.CitizenAndCare))],
            // One reads one's own words: whoever ends the meeting did not thereby write them.
            Authors = result.Agreed.Where(a => a.AuthorPersonId is not null).ToDictionary(a => a.Id, a => a.AuthorPersonId!.Value),
        };
    }

    /// <summary>Does a line of the plan still say what was agreed, whoever may read it and however far it has come?</summary>
    public static bool Says(this PlanItem line, Agreement agreement) =>
        line.LineageId == agreement.Id
        && PlanChange.Touching(Line(agreement, line.Audience).Tidied(), line.Content()) is [];

    private static PlanItemContent Line(Agreement agreement, PlanAudience audience)
    {
        var hours = agreement.WorkUnit == WorkUnit.HoursPerWeek;
        return new PlanItemContent
        {
            LineageId = agreement.Id, Type = Of(agreement.Type), Text = agreement.Text, Kind = agreement.Kind, Audience = audience,
            OwnerPartyId = agreement.OwnerPartyId, From = agreement.From,
            Due = agreement.Review ?? (agreement.Type is AgreementType.Task or AgreementType.FollowUp ? agreement.From : null),
            DegreeFrom = hours ? null : (int?)agreement.WorkFrom, DegreeTo = hours ? null : (int?)agreement.WorkTo,
            HoursFrom = hours ? agreement.WorkFrom : null, HoursTo = hours ? agreement.WorkTo : null,
            MayPause = agreement.Type == AgreementType.GradedStep,
        };
    }

    private static PlanItemType Of(AgreementType type) => type switch
    {
        AgreementType.Goal => PlanItemType.Goal,
        AgreementType.GradedStep => PlanItemType.GradedStep,
        AgreementType.FollowUp => PlanItemType.FollowUp,
        AgreementType.ToldToColleagues => PlanItemType.ToldToColleagues,
        AgreementType.Task => PlanItemType.Task,
        AgreementType.Setback => PlanItemType.Setback,
        _ => PlanItemType.Adjustment,
    };
}
