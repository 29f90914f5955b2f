using CommonGround.Domain.Invitations;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure;
using CommonGround.Web.Infrastructure.Access;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Mail;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommonGround.Web.Features.Invitations.Invite;

/// <summary>The coordinator invites the citizen, and whom the citizen has said yes to.</summary>
[InCase(Purpose.Coordination, PartyRole.Coordinator)]
public sealed class InviteModel(InvitedPeople invited, InviteHandler handler, MailSettings mail, Texts texts) : PageModel
{
    public IReadOnlyList<InvitedPerson> People { get; private set; } = [];

    public string CitizenName { get; private set; } = "";

    public bool SupervisorKnown => People.Any(p => p.Role == PartyRole.Supervisor);

    /// <summary>What goes on paper, the one time it can be shown.</summary>
    public PaperInvitation? Paper { get; private set; }

    /// <summary>The same form came twice: the paper was shown the first time.</summary>
    public bool ShownBefore { get; private set; }

    public Guid CaseId => HttpContext.CaseView().CaseId;

    public Task OnGet() => Load();

    public async Task<IActionResult> OnPost(Guid partyId, InvitationWay way, Guid commandId)
    {
        var (outcome, key) = await handler.Invite(CaseId, partyId, way, HttpContext.Access().Acting(commandId));
        if (outcome.Succeeded && way == InvitationWay.Mail)
            return LocalRedirect(outcome.Value).Done(HttpContext, "invite.done");

        await Load();
        if (outcome.Error is { } error)
            ModelState.Refuse(error, texts);
        else if (key is null)
            ShownBefore = true;
        else
            Paper = new PaperInvitation(People.Single(p => p.PartyId == partyId), mail.PublicAddress + key.Path, Letter.InGroups(key.Code));
        return Page();
    }

    private async Task Load()
    {
        People = await invited.In(CaseId, HttpContext.Access().Now);
        CitizenName = People.FirstOrDefault(p => p.Role == PartyRole.Citizen)?.Name ?? "";
    }

    public sealed record PaperInvitation(InvitedPerson To, string Address, string Code);
}
