using System.Net;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Product;
using CommonGround.Web.Persistence;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Tests.Sharing;

public abstract class ConsentPagesTests(RunningProduct product)
{
    [Fact]
    public async Task Give_OnOnesOwnPage_StoresTheWordsThatWereRead_AndOnlyThenKnowsTheSupervisor()
    {
        var scene = await CaseScene.Open(product);
        var sara = await scene.As("sara");
        Assert.False(await scene.Read(db => db.Whole<Party>().AnyAsync(p => p.CaseId == scene.CaseId && p.Role == PartyRole.Supervisor)));

        var copy = (await scene.SayYesToJonas(sara, InformationKind.Work)).ExpectOk();

        var consent = await scene.Read(db => db.Consents.SingleAsync(c => c.CaseId == scene.CaseId));
        Assert.Equal($"/my/{scene.CaseId}/sharing/consent/{consent.Id}", copy.Address.AbsolutePath);
        Assert.Equal(ConsentWay.OwnPage, consent.Way);
        Assert.Equal(new HashSet<InformationKind> { InformationKind.Contact, InformationKind.Work }, consent.Kinds);
        Assert.Contains(Purpose.Meeting, consent.Purposes);
        Assert.DoesNotContain(Purpose.Interview, consent.Purposes);
        Assert.StartsWith("Jag säger ja till Jonas Ek, chef, Solbergaskolan. Region Norrstrand får kontakta Jonas Ek.", consent.WordsRead);
        Assert.Contains("Aldrig, vad jag än väljer: vad du kan och inte kan, hälsa", consent.WordsRead);
        Assert.Contains(string.Join(' ', consent.WordsRead.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), copy.Text());
        Assert.Equal("ConsentGiven", await scene.Read(db => db.Journal.Where(e => e.StreamId == scene.CaseId).OrderBy(e => e.Position).Select(e => e.Event).LastAsync()));
        // The same Jonas as the product knew: name and address are both the same.
        Assert.True(await scene.Read(db => db.Whole<Party>().AnyAsync(p => p.CaseId == scene.CaseId && p.PersonId == CaseScene.Jonas && p.Workplace == "Solbergaskolan")));
    }

    [Fact]
    public async Task Give_NothingIsStoredBeforeTheLastYes_AndTheDraftOutlivesASignOut()
    {
        var scene = await CaseScene.Open(product);
        var sara = await scene.As("sara");
        var page = await sara.Open($"/my/{scene.CaseId}/sharing/give");
        page = await sara.Submit(page.Form().Choose("Form.Who", "new-Supervisor"));
        await sara.Submit(page.Form().Fill("Form.GivenName", "Nyfiken").Fill("Form.FamilyName", "Främling").Fill("Form.Email", "nyfiken@example.org"));

        Assert.False(await scene.Read(db => db.Persons.AnyAsync(p => p.GivenName == "Nyfiken")));
        page = await sara.Open($"/my/{scene.CaseId}/sharing/give/details");
        Assert.Equal("Nyfiken", page.Form().Value("Form.GivenName"));
    }

    [Fact]
    public async Task Give_WithoutAWayToReachThem_KeepsWhatWasWritten()
    {
        var scene = await CaseScene.Open(product);
        var sara = await scene.As("sara");
        var page = await sara.Open($"/my/{scene.CaseId}/sharing/give");
        page = await sara.Submit(page.Form().Choose("Form.Who", "new-Supervisor"));

        page = await sara.Submit(page.Form().Fill("Form.GivenName", "Jonas").Fill("Form.FamilyName", "Ek"));

        Assert.True(page.Has("#errors a[href='#Form_Email']"));
        Assert.Equal("Jonas", page.Form().Value("Form.GivenName"));
    }

    [Fact]
    public async Task Give_AKindThatIsNeverForThem_IsRefused_ThoughTheFormSaysSo()
    {
        var scene = await CaseScene.Open(product);
        var sara = await scene.As("sara");
        var page = await sara.Open($"/my/{scene.CaseId}/sharing/give");
        page = await sara.Submit(page.Form().Choose("Form.Who", "new-Supervisor"));
        page = await sara.Submit(page.Form().Fill("Form.GivenName", "Jonas").Fill("Form.FamilyName", "Ek").Fill("Form.Phone", "1"));
        Assert.False(page.Has("input[value='Health']"));
        Assert.Contains("Uppgifter, krav, tider och plats i ditt arbete. Läses här", page.Text());
        page.Element<AngleSharp.Html.Dom.IHtmlInputElement>("input[value='Work']").Value = "Health";

        page = await sara.Submit(page.Form().Choose("Form.Kinds", "Health"));

        Assert.True(page.Has("#errors"));
        Assert.Contains("kinds", page.Address.AbsolutePath);
    }

    [Fact]
    public async Task Give_WordsThatWereNotOnThePage_AreNotConfirmed()
    {
        var scene = await CaseScene.Open(product);
        var sara = await scene.As("sara");
        await scene.SayYesToJonas(sara, InformationKind.Work);
        var page = await sara.Open($"/my/{scene.CaseId}/sharing/give");
        page = await sara.Submit(page.Form().Choose("Form.Who", "new-Companion"));
        page = await sara.Submit(page.Form().Fill("Form.GivenName", "Lena").Fill("Form.FamilyName", "Ström").Fill("Form.Phone", "1"));
        page = await sara.Submit(page.Form());
        page = await sara.Submit(page.Form().Choose("Form.Purposes", "Meeting"));
        page = await sara.Submit(page.Form());

        page = await sara.Submit(page.Form().Fill("Read", "0123"));

        Assert.True(page.Has("#errors"));
        Assert.Equal(1, await scene.Read(db => db.Consents.CountAsync(c => c.CaseId == scene.CaseId)));
    }

    [Fact]
    public async Task Withdraw_EndsThePart_TheWayIn_AndWhatWaitsInTheOutbox_AtTheNextRequest()
    {
        var scene = await CaseScene.Open(product);
        var sara = await scene.As("sara");
        await scene.SayYesToJonas(sara, InformationKind.Work);
        var amina = await scene.As("amina");
        var invite = await amina.Open($"/cases/{scene.CaseId}/invitations");
        var party = await scene.Read(db => db.Whole<Party>().SingleAsync(p => p.CaseId == scene.CaseId && p.Role == PartyRole.Supervisor));
        await amina.Submit(invite.Form($"form:has(input[value='{party.Id}'])"));
        Assert.True(await scene.Read(db => db.Outbox.AnyAsync(m => m.ToPersonId == CaseScene.Jonas && m.Template == "invitation" && m.SentAt == null)));
        Assert.True(await scene.Read(db => db.Grants.AnyAsync(g => g.CaseId == scene.CaseId && g.PersonId == CaseScene.Jonas)));

        var consent = await scene.Read(db => db.Consents.SingleAsync(c => c.CaseId == scene.CaseId));
        var confirm = (await sara.Open($"/my/{scene.CaseId}/sharing/withdraw/{consent.Id}")).ExpectOk();
        var after = (await sara.Submit(confirm.Form())).ExpectOk();

        Assert.Equal($"/my/{scene.CaseId}/sharing", after.Address.AbsolutePath);
        Assert.DoesNotContain("Jonas Ek", after.Texts("main section.card h2"));
        var now = product.Clock.GetUtcNow().UtcDateTime;
        Assert.False(await scene.Read(db => db.Grants.AnyAsync(g => g.CaseId == scene.CaseId && g.PersonId == CaseScene.Jonas && (g.Until == null || g.Until > now))));
        Assert.False(await scene.Read(db => db.Outbox.AnyAsync(m => m.ToPersonId == CaseScene.Jonas && m.SentAt == null && m.Template == "invitation" && m.CreatedAt >= consent.From)));
        Assert.True(await scene.Read(db => db.Invitations.Where(i => i.PartyId == party.Id).AllAsync(i => i.Withdrawn)));
        Assert.DoesNotContain("Jonas Ek", (await amina.Open($"/cases/{scene.CaseId}/invitations")).Text());
    }

    [Fact]
    public async Task Enter_SaidInTheRoom_IsMarkedSo_WithTheWordsInTheCitizensLanguage()
    {
        var scene = await CaseScene.Open(product);
        var amina = await scene.As("amina");
        var page = await amina.Open($"/cases/{scene.CaseId}/consent?who=new-Supervisor");
        page = await amina.Submit(page.Form().Fill("Form.GivenName", "Jonas").Fill("Form.FamilyName", "Ek").Fill("Form.Phone", "090-123 80")
            .Choose("Form.Purposes", "Talks"));
        Assert.Contains("Jag säger ja till Jonas Ek, chef.", page.Text());
        Assert.Equal(0, await scene.Read(db => db.Consents.CountAsync(c => c.CaseId == scene.CaseId)));

        var notSaid = await amina.Submit(page.Form().Choose("Way", "InTheRoom"));
        Assert.True(notSaid.Has("#errors a[href='#SaidYes']"));
        page = await amina.Submit(notSaid.Form().Choose("Way", "ByPhone").Choose("SaidYes").Fill("SaidAt", "2026-03-02T08:15"));

        var consent = await scene.Read(db => db.Consents.SingleAsync(c => c.CaseId == scene.CaseId));
        Assert.Equal($"/cases/{scene.CaseId}/consent/{consent.Id}", page.ExpectOk().Address.AbsolutePath);
        Assert.Equal(ConsentWay.ByPhone, consent.Way);
        Assert.Equal(CaseScene.Amina, consent.EnteredByPersonId);
        Assert.Equal(new DateTime(2026, 3, 2, 7, 15, 0), consent.SaidAt);
        Assert.Equal("sv", consent.Language);
        var sara = await scene.As("sara");
        Assert.Contains("Du sa ja per telefon 2 mars 2026. Amina Nord skrev in det åt dig.", (await sara.Open($"/my/{scene.CaseId}/sharing")).Text());
        (await sara.Open($"/my/{scene.CaseId}/sharing/consent/{consent.Id}")).ExpectOk();
    }

    [Fact]
    public async Task TakenBack_ByPhone_HoldsAtOnce_AndTheCopySaysHow()
    {
        var scene = await CaseScene.Open(product);
        var sara = await scene.As("sara");
        await scene.SayYesToJonas(sara, InformationKind.Work);
        var consent = await scene.Read(db => db.Consents.SingleAsync(c => c.CaseId == scene.CaseId));
        var amina = await scene.As("amina");
        var page = await amina.Follow(await amina.Open($"/cases/{scene.CaseId}/consent"), $"a[href$='{consent.Id}/withdraw']");
        Assert.Contains("Jonas kan inte längre öppna något om dig här.", page.Text());

        var notSaid = await amina.Submit(page.Form().Choose("Way", "ByPhone"));
        Assert.True(notSaid.Has("#errors a[href='#SaidSo']"));
        Assert.Null((await scene.Read(db => db.Consents.SingleAsync(c => c.CaseId == scene.CaseId))).WithdrawnAt);
        var done = await amina.Submit(notSaid.Form().Choose("SaidSo"));

        Assert.Equal($"/cases/{scene.CaseId}/consent", done.ExpectOk().Address.AbsolutePath);
        consent = await scene.Read(db => db.Consents.SingleAsync(c => c.CaseId == scene.CaseId));
        Assert.Equal((ConsentWay.ByPhone, CaseScene.Amina), (consent.WithdrawnWay, consent.WithdrawnByPersonId));
        Assert.Contains("Sagt per telefon, inskrivet av Amina Nord", (await sara.Open($"/my/{scene.CaseId}/sharing/consent/{consent.Id}")).ExpectOk().Text());
        (await amina.Open($"/cases/{scene.CaseId}/consent/{consent.Id}/withdraw")).Expect(HttpStatusCode.NotFound);
        var now = product.Clock.GetUtcNow().UtcDateTime;
        Assert.False(await scene.Read(db => db.Grants.AnyAsync(g => g.CaseId == scene.CaseId && g.PersonId == CaseScene.Jonas && (g.Until == null || g.Until > now))));
    }

    [Theory]
    [InlineData("/my/{0}/sharing")]
    [InlineData("/my/{0}/sharing/give")]
    [InlineData("/my/{0}/sharing/consent/01900000-0000-7000-8000-000000000000")]
    [InlineData("/my/{0}/sharing/withdraw/01900000-0000-7000-8000-000000000000")]
    [InlineData("/my/{0}/sharing/as/01900000-0000-7000-8000-000000000000")]
    [InlineData("/my/{0}/looked")]
    [InlineData("/my/{0}/who-helps")]
    [InlineData("/cases/{0}/consent")]
    [InlineData("/cases/{0}/consent/01900000-0000-7000-8000-000000000000")]
    [InlineData("/cases/{0}/consent/01900000-0000-7000-8000-000000000000/withdraw")]
    [InlineData("/cases/{0}/invitations")]
    public async Task Open_SomeoneElsesCase_DoesNotExist(string address)
    {
        var scene = await CaseScene.Open(product);
        var oskar = await scene.As("oskar");

        (await oskar.Open(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, scene.CaseId))).Expect(HttpStatusCode.NotFound);
    }

    /// <summary>Whom it was for is not there any more, or never was: whoever writes it in chooses anew.</summary>
    [Theory]
    [InlineData("Change")]
    [InlineData("Said")]
    public async Task WrittenIn_ForNobody_LeadsBackToTheChoice(string handler)
    {
        var scene = await CaseScene.Open(product);
        var amina = await scene.As("amina");
        var enter = (await amina.Open($"/cases/{scene.CaseId}/consent?who=new-Caseworker")).ExpectOk();
        var look = (await amina.Submit(enter.Form().Fill("Form.GivenName", "Maria").Fill("Form.FamilyName", "Ek").Fill("Form.Phone", "090-123 80")
            .Choose("Form.Purposes", "Talks"))).ExpectOk();

        var back = (await amina.Submit(look.Form().Fill("Form.Who", "zqx"), $"button[formaction$='handler={handler}']")).ExpectOk();

        Assert.Equal($"/cases/{scene.CaseId}/consent", back.Address.PathAndQuery);
    }

    public sealed class OnSqlite(SqliteDemo product) : ConsentPagesTests(product), IClassFixture<SqliteDemo>;

    public sealed class OnPostgres(PostgresDemo product) : ConsentPagesTests(product), IClassFixture<PostgresDemo>;
}
