using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Persistence;
using CommonGround.Web.Tests.Sharing;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Tests.Emergency;

/// <summary>A case of Sara's in Hanna's unit, of which Hanna is no part: with words of several kinds in it.</summary>
internal static class EmergencyScene
{
    public const string Why = "Hon svarar inte, och vi är oroliga. zebraskäl";

    public static readonly Guid Hanna = DemoFile.IdOf("hanna");
    public static readonly Guid Vera = DemoFile.IdOf("vera");

    public static async Task<Page> Open(this CaseScene scene, Visitor visitor, string words = Why)
    {
        var page = (await visitor.Open($"/cases/{scene.CaseId}/emergency/open")).ExpectOk();
        return await visitor.Submit(page.Form().Choose("Reason", nameof(EmergencyReason.Danger)).Fill("Words", words));
    }

    public static Task<List<EmergencyAccess>> Opened(this CaseScene scene) =>
        scene.Read(db => db.Whole<EmergencyAccess>().Where(e => e.CaseId == scene.CaseId).OrderBy(e => e.From).ToListAsync());

    public static Task<int> GrantsTo(this CaseScene scene, Guid person) =>
        scene.Read(db => db.Grants.CountAsync(g => g.CaseId == scene.CaseId && g.PersonId == person && g.Reason == SharingReason.EmergencyAccess));

    public static Task<List<OutboxMessage>> MailsTo(this CaseScene scene, Guid person, string of) =>
        scene.Read(db => db.Outbox.Where(m => m.ToPersonId == person && m.Path.Contains(of)).ToListAsync());
}
