using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Changes;

namespace CommonGround.Web.Features.Plans.TakeStance;

/// <summary>What someone has before them when they take a stance.</summary>
/// <param name="CopyId">The copy, where they read a copy.</param>
/// <param name="Asked">Lines that ask them.</param>
public sealed record WhatIsRead(int Number, IReadOnlyList<CopiedLine> Lines, Guid? CopyId, IReadOnlyList<Guid> Asked);

/// <summary>Stores a stance, on what its taker can read and nothing else.</summary>
public sealed class TakeStanceHandler(PlanReading plans, PlanHandler handler, CaseChanges changes, CopyReading copies)
{
    /// <summary>The plan itself where it can be opened here, else the newest copy. Null if they have neither.</summary>
    public async Task<WhatIsRead?> WhatTheyRead(RequestAccess access)
    {
        var view = access.InCase!;
        if (view.Sees(InformationKind.Plan))
        {
            return await plans.Current(view.CaseId) is not { } plan ? null : new WhatIsRead(
                plan.Number, [.. plan.Items.Select(i => new CopiedLine(i.LineageId, i.Type, i.Text))], null,
                (await plans.Standings(view.CaseId)).OpenFor(view.PartyId));
        }

        return await copies.Newest(view.CaseId, access.PersonId) is not { Copy.PlanNumber: { } number } held ? null : new WhatIsRead(
            number, held.Lines, held.Copy.Id, (await plans.Standings(view.CaseId)).OpenFor(view.PartyId));
    }

    public Task<Outcome<string>> Say(RequestAccess access, Guid commandId, int number, StanceTaken taken, WhatIsRead read)
    {
        var view = access.InCase!;
        return changes.InCase(view.CaseId, access.Acting(commandId), async change =>
        {
            if (taken.LineageId is { } line && read.Lines.All(l => l.LineageId != line))
                return new NotFound();
            if (read.CopyId is not null && change.Case.ActiveConsentTo(view.PartyId, change.Now) is null)
                return new ConsentMissing(view.Role);

            var said = await handler.Say(change, number, taken);
            if (!said.Succeeded)
                return said.Error!;

            return read.CopyId is { } copy ? $"/cases/{view.CaseId}/copies/{copy}" : $"/cases/{view.CaseId}/plan";
        });
    }
}
