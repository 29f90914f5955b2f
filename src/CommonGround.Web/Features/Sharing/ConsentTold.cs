using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Shared;
using CommonGround.Web.Infrastructure.Changes;

namespace CommonGround.Web.Features.Sharing;

/// <summary>The coordinator learns that a yes was said or taken back; the citizen, that one of them was entered for them.</summary>
internal static class ConsentTold
{
    public static Task Tell(CaseChange change)
    {
        var byCitizen = change.By.PersonId == change.Case.CitizenPersonId;
        var told = change.Case.ActiveParty(byCitizen ? PartyRole.Coordinator : PartyRole.Citizen, change.Now);
        var path = byCitizen ? $"/cases/{change.Case.Id}/consent" : $"/my/{change.Case.Id}/sharing";
        return told is null ? Task.CompletedTask : Notices.Tell(change, [(told.Id, told.PersonId)], _ => path);
    }
}
