using AngleSharp.Html.Dom;
using CommonGround.Domain.Accounts;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Meetings;
using CommonGround.Domain.Plans;
using CommonGround.Domain.Sharing;
using CommonGround.Testing.Pages;
using CommonGround.Testing.Product;
using CommonGround.Web.Features.Demo;
using CommonGround.Web.Features.Shared.Plans;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Persistence;
using CommonGround.Web.Tests.Meetings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommonGround.Web.Tests.Scorecard.Secrets;

/// <summary>
/// Sara's whole way: interview, points, a yes to Jonas to all that a supervisor can be given, a meeting, a plan and its copies; with a
/// secret in each field that is not his.
/// </summary>
internal sealed class SecretScene(IServiceProvider services, MeetingScene meeting)
{
    /// <summary>
    /// Supervisor, caseworker and coordinator of the case; then strangers to it: a colleague of the coordinator, a supervisor and a patient
    /// of other cases, and nobody.
    /// </summary>
    public static readonly IReadOnlyList<string> Readers = ["jonas", "maria", "amina", "erik", "ulrika", "oskar", Nobody];

    public const string Nobody = "";

    /// <summary>What can stand in a line that the meeting brings into the plan.</summary>
    private static readonly InformationKind[] InMeeting = [InformationKind.Health, InformationKind.Story];

    private static readonly InformationKind[] Everything = Enum.GetValues<InformationKind>();

    private readonly List<(Type Table, Guid Id)> _secretRows = [];
    private Ground _ground = default!;

    public Markers Markers { get; } = new();

    public Guid CaseId => meeting.CaseId;

    /// <summary>Rows that hold a secret, by table.</summary>
    public ILookup<Type, Guid> SecretRows => _secretRows.ToLookup(r => r.Table, r => r.Id);

    /// <summary>Tables of people's words that the way left nothing in.</summary>
    public IReadOnlyList<string> Unplanted { get; private set; } = [];

    public int Tables { get; private set; }

    public static bool HasPart(string reader) => reader is "jonas" or "maria" or "amina";

    public static async Task<SecretScene> Set(RunningProduct product)
    {
        var scene = new SecretScene(product.Services, await MeetingScene.Set(product));
        await scene.NameAndNumber();
        await scene.SayYes();
        await scene.Tell();
        await scene.MeetWithoutTheWorkplace();
        await scene.Meet();
        await scene.OthersJoin();
        await scene.HandToTheDoctor();
        await scene.AskAboutALook();
        await scene.SaySomethingIsWrong();
        await scene.AskForAYes();
        await scene.OpenInAnEmergency();
        await scene.Plant(Everything);
        await scene.ChangeThePlan();
        await scene.Plant(Everything);
        return scene;
    }

    public async Task<T> With<T>(Func<CommonGroundDb, Task<T>> read) => await meeting.With(read);

    public async Task Plant(params InformationKind[] kinds)
    {
        await using var scope = services.CreateAsyncScope();
        var planting = new Planting(scope.ServiceProvider.GetRequiredService<CommonGroundDb>(), _ground, Markers);
        Tables = planting.Tables.Count;
        Unplanted = await planting.Plant(kinds.Length > 0 ? kinds : Everything);
        _secretRows.AddRange(planting.Rows);
    }

    /// <summary>Sara puts these words before the meeting, as they are.</summary>
    public async Task<Page> PutBefore(string words)
    {
        var points = (await meeting.Sara.Open($"/my/{CaseId}/interview/points")).ExpectOk().Form("form:has([name='Points[0].Text'])").Fill("Points[0].Text", words).Choose("Points[0].Chosen");
        var look = (await meeting.Sara.Submit(points, "button[value='look']")).ExpectOk();
        return await meeting.Sara.Submit(look.Form("form:has(button[value='put'])"), "button[value='put']");
    }

    /// <summary>Sara takes back what she permitted Jonas.</summary>
    /// <summary>All that a workplace can be given, here or as a copy: Jonas has it while the yes stands.</summary>
    public InformationKind[] SaidYesTo { get; private set; } = [];

    public Task TakeBackTheYes() => meeting.Change(c =>
        c.Case.WithdrawConsent(c.Case.ActiveConsentTo(c.Case.ActivePartsOf(DemoFile.IdOf("jonas"), c.Now).First().Id, c.Now)!.Id, ConsentWay.OwnPage, DemoFile.IdOf("sara"), c.Now).Error);

    public Task GiveTheYesAgain() => meeting.Change(c => c.Case.GiveConsent(Yes("jonas", PartyRole.Supervisor, [InformationKind.Contact, InformationKind.Work]), c.Now).Error);

    /// <summary>The unit's name tells what ails someone: it is told to no workplace. Numbers and addresses are not for strangers.</summary>
    private async Task NameAndNumber()
    {
        string[] part = ["jonas", "maria", "amina", "erik"];
        var unit = Markers.New("Unit.Name", InformationKind.Health, Readers.Except(["jonas", "ulrika", Nobody]));
        var (mail, phone) = (Markers.New("Person.Email", InformationKind.Contact, part), Markers.New("Person.Phone", InformationKind.Contact, part));
        var number = Markers.New("Person.NationalId", InformationKind.Contact, "amina", "erik");
        await With(db => db.Units.Where(u => u.Id == DemoFile.IdOf("stress-clinic")).ExecuteUpdateAsync(set => set.SetProperty(u => u.Name, unit)));
        await With(db => db.Persons.Where(p => p.Id == DemoFile.IdOf("sara")).ExecuteUpdateAsync(set =>
            set.SetProperty(p => p.Email, mail + "@post.example").SetProperty(p => p.Phone, phone).SetProperty(p => p.NationalId, number)));
        await NameAPasskey();
    }

    /// <summary>What Sara calls her own device is hers alone.</summary>
    private async Task NameAPasskey()
    {
        var (name, sara) = (Markers.New("Passkey.Name", InformationKind.Contact), DemoFile.IdOf("sara"));
        await With(db =>
        {
            db.Accounts.Add(new Account(sara, new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc)));
            db.Passkeys.Add(new Passkey
            {
                CredentialId = Guid.CreateVersion7().ToByteArray(), PersonId = sara, Name = name, PublicKey = [1], CreatedAt = new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc),
                SignCount = 0, Transports = "internal", IsBackupEligible = false, IsBackedUp = false,
            });
            return db.SaveChangesAsync();
        });
    }

    private async Task SayYes()
    {
        await meeting.Change(c =>
        {
            SaidYesTo = [.. ConsentOffer.For(c.Matrix, PartyRole.Supervisor, treats: false).ByConsent.Select(o => o.Kind)];
            return c.Case.GiveConsent(Yes("jonas", PartyRole.Supervisor, SaidYesTo), c.Now).Error;
        });
        await LookAround();
    }

    /// <summary>Amina asks Sara to let her read the story: what she writes is for Sara, and for those in care who take part.</summary>
    private Task AskForAYes() => meeting.Change(c =>
    {
        var asked = ConsentRequest.Ask(CaseId, c.Case.ActiveParty(PartyRole.Coordinator, c.Now)!, new HashSet<InformationKind> { InformationKind.Story },
            new HashSet<Purpose> { Purpose.Meeting }, new DateOnly(2026, 9, 1), "Before we meet", DemoFile.IdOf("amina"), c.Now);
        c.Db.ConsentRequests.Add(asked.Value);
        return asked.Error;
    });

    /// <summary>Hanna, who has no part, opens it in an emergency: her reason is for Sara and the privacy officer.</summary>
    private Task OpenInAnEmergency() => meeting.Change(c => c.Case.OpenInEmergency(
        new EmergencyOpening(DemoFile.IdOf("hanna"), PartyRole.TreatingDoctor, DemoFile.IdOf("region"), EmergencyReason.Danger, "She does not answer", 0, 0),
        c.Matrix.EmergencyOn(DateOnly.FromDateTime(c.Now)), c.Matrix, c.Now).Error);

    private async Task OthersJoin()
    {
        await meeting.Change(c => c.Case.GiveConsent(Yes("maria", PartyRole.Caseworker, [InformationKind.Contact, InformationKind.Plan]), c.Now).Error
            ?? c.Case.AddCareParty(DemoFile.IdOf("karin"), PartyRole.TreatingDoctor, treats: true, c.Now).Error);
        await LookAround();
    }

    /// <summary>The policy itself says who may read what, not the table of grants that the product reads by.</summary>
    private Task LookAround() => meeting.Change(c =>
    {
        var (sharing, matrix, now) = (c.Case.Sharing(), c.Matrix, c.Now);
        _ground = new Ground(CaseId, DemoFile.IdOf("sara"), c.Case.ActiveParty(PartyRole.Citizen, now)!.Id, DemoFile.IdOf("solberga"),
            kind => Readers.Where(r => r != Nobody && Enum.GetValues<Purpose>().Any(p =>
                SharingPolicy.Decide(sharing, matrix, new SharingQuestion(DemoFile.IdOf(r), kind, p, now)).Permitted)));
        return null;
    });

    private ConsentGiven Yes(string person, PartyRole role, InformationKind[] kinds) => new(DemoFile.IdOf(person), role, kinds.ToHashSet(),
        new HashSet<Purpose> { Purpose.Coordination, Purpose.Meeting, Purpose.Planning, Purpose.ReadCopy }, null, ConsentWay.OwnPage,
        Markers.New("Consent.WordsRead", InformationKind.Contact, "amina"), "sv", DemoFile.IdOf("sara"));

    /// <summary>Sara answers every question with a secret, and puts before the meeting only what she writes for it.</summary>
    private async Task Tell()
    {
        var here = $"/my/{CaseId}/interview";
        for (var part = 1; (await meeting.Sara.Open($"{here}?part={part}")).Document.QuerySelector("#answers") is IHtmlFormElement element; part++)
        {
            var form = new Form(element);
            foreach (var field in element.QuerySelectorAll("textarea[name^='a.']").OfType<IHtmlTextAreaElement>())
                form.Fill(field.Name!, Markers.New("Interview." + field.Name, InformationKind.Story, "amina"));
            await meeting.Sara.Submit(form);
        }

        var told = await meeting.Sara.Open($"{here}?part=99");
        (await meeting.Sara.Submit(told.Form("form[action*='Tell']"))).ExpectOk();
        (await PutBefore("I manage two mornings")).ExpectOk();
    }

    /// <summary>Where and when Sara meets the care is not the workplace's.</summary>
    private async Task MeetWithoutTheWorkplace() => await meeting.Change(c =>
    {
        Guid PartyOf(string person) => c.Case.ActivePartsOf(DemoFile.IdOf(person), c.Now).First().Id;
        var place = Markers.New("Meeting.PlaceWords", InformationKind.Attendance, "amina");
        var proposed = Meeting.Propose(c.Case, new MeetingAsked(c.Case.Steps[0].Key, MeetingPlace.OnSite, place, Meeting.UsualMinutes,
            [c.Now.AddDays(6)], [], PartyOf("amina"), []), c.Now);
        if (!proposed.Succeeded)
            return proposed.Error;

        var mine = proposed.Value;
        c.Db.Meetings.Add(mine);
        _secretRows.Add((typeof(Meeting), mine.Id));
        return mine.AnswerTime(mine.Times[0].Id, PartyOf("sara"), PartyOf("sara"), TimeReply.Yes,
                Markers.New("Meeting.Times", InformationKind.Attendance, "amina"), null, c.Now).Error
            ?? c.Case.ReleaseItem(mine.Id, mine.Kind, mine.Audience(c.Case, c.Now), c.Matrix, c.Now).Error;
    });

    private async Task Meet()
    {
        await meeting.UnderWay();
        await meeting.Put(meeting.Sara, "Mornings work.");
        await meeting.Agree("Two mornings");
        var board = await meeting.Amina.Open(meeting.Board);
        var jonas = board.Element<IHtmlSelectElement>("[name='Differ.Owner']").Options.Single(o => o.Text == "Jonas").Value;
        (await meeting.Amina.Submit(board.Form("form[action*='handler=Difference']").Fill("Differ.Text", "Which room").Fill("Differ.Owner", jonas)
            .Fill("Differ.AnswerBy", "2026-03-20"))).ExpectOk();
        await meeting.SayYes(meeting.Sara);
        await meeting.SayYes(meeting.Jonas);
        await Plant(InMeeting);
        var end = (await meeting.Amina.Open(meeting.Meeting + "/end")).ExpectOk();
        (await meeting.Amina.Submit(end.Form("form.next"))).ExpectOk();
    }

    /// <summary>A copy is its receiver's: the doctor's is nobody else's here.</summary>
    private async Task HandToTheDoctor() => await meeting.Change(c =>
    {
        var doctor = c.Case.ActivePartsOf(DemoFile.IdOf("karin"), c.Now).First();
        var document = new Domain.Documents.Document
        {
            Language = "sv", Title = "Plan", Author = "Amina", CreatedAt = c.Now,
            Blocks = [new Domain.Documents.Paragraph(InformationKind.Health, Markers.New("CopyContent.Document", InformationKind.Health))],
        };
        var handed = HandedOverCopy.HandOver(document, CopyOf.Plan, 1, null, doctor, c.Case.Sharing(), c.Matrix, [],
            [new CopiedLine(Guid.CreateVersion7(), PlanItemType.Setback, Markers.New("CopyContent.LinesJson", InformationKind.Health))],
            c.Case.CitizenPersonId, DemoFile.IdOf("amina"), c.Now);
        if (!handed.Succeeded)
            return handed.Error;

        c.Db.Add(handed.Value.Copy);
        c.Db.Add(handed.Value.Content);
        _secretRows.Add((typeof(HandedOverCopy), handed.Value.Copy.Id));
        return null;
    });

    /// <summary>What she asks the privacy officer can be about any of them: it is none of theirs.</summary>
    private async Task AskAboutALook()
    {
        var list = (await meeting.Sara.Open($"/my/{CaseId}/looked")).ExpectOk();
        var ask = (await meeting.Sara.Submit(list.Form("ol.looks form"))).ExpectOk();
        (await meeting.Sara.Submit(ask.Form().Fill("Text", "Why was this opened?"))).ExpectOk();
    }

    /// <summary>What she says is not right is read by those who may read what it is about, and by no one else.</summary>
    private async Task SaySomethingIsWrong()
    {
        var list = (await meeting.Sara.Open($"/my/{CaseId}/mine/written")).ExpectOk();
        var wrong = (await meeting.Sara.Open(
            list.Document.QuerySelectorAll("main ul.lined > li").First(item => Markers.In(item.TextContent).Count == 0).QuerySelector("a")!.GetAttribute("href")!)).ExpectOk();
        (await meeting.Sara.Submit(wrong.Form().Fill("Text", "It was not so."))).ExpectOk();
    }

    /// <summary>A new version and its copies, made by what reads past the filter while the secrets stand there.</summary>
    private async Task ChangeThePlan()
    {
        await using var scope = services.CreateAsyncScope();
        var handler = scope.ServiceProvider.GetRequiredService<PlanHandler>();
        var by = new Domain.Journal.Actor(DemoFile.IdOf("amina"), Hat.Support, Purpose.Planning, Guid.CreateVersion7());
        var parties = await With(db => db.Whole<Party>().Where(p => p.CaseId == CaseId).Select(p => p.Id).ToListAsync());
        var changed = await scope.ServiceProvider.GetRequiredService<CaseChanges>().InCase(CaseId, by, async change =>
        {
            var made = await handler.FromMeeting(change, Guid.CreateVersion7(), new PlanContent
            {
                Items =
                [
                    new PlanItemContent { LineageId = Guid.CreateVersion7(), Type = PlanItemType.Goal, Text = "Half time in May", Due = new DateOnly(2026, 5, 1), Audience = PlanAudience.Workplace | PlanAudience.Insurance },
                    new PlanItemContent { LineageId = Guid.CreateVersion7(), Type = PlanItemType.Setback, Text = Markers.New("PlanItem.Text", InformationKind.Health, "amina"), Kind = InformationKind.Health },
                    new PlanItemContent { LineageId = Guid.CreateVersion7(), Type = PlanItemType.Setback, Text = Markers.New("PlanItem.Text", InformationKind.Plan, "amina") },
                ],
            }, parties.ToHashSet());
            return made.Succeeded ? "/" : made.Error!;
        });
        Assert.True(changed.Succeeded, changed.Error?.Name);
    }
}
