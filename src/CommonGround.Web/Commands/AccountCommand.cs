using System.CommandLine;
using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Features.Cases.WhoTakesPart;
using CommonGround.Web.Infrastructure.Accounts;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Mail;

namespace CommonGround.Web.Commands;

/// <summary>
/// <c>account invite</c>: a link and a code for someone who works here, also for the first one and for someone who lost every way in.
/// <c>account leave</c>: ends someone's work here. <c>account privacy-officer</c>: names who answers for an organisation.
/// </summary>
internal static class AccountCommand
{
    public static Command Create(string[] args) => new("account", "How those who work here come in.") { Invite(args), Leave(args), PrivacyOfficer(args) };

    private static Command Invite(string[] args)
    {
        var email = new Option<string>("--email") { Description = "Their own e-mail address.", Required = true };
        var given = new Option<string?>("--given") { Description = "Given name, of someone who is not here yet." };
        var family = new Option<string?>("--family") { Description = "Family name." };
        var language = LanguageOption.Create();
        var role = new Option<string?>("--role") { Description = $"Their part: {string.Join(", ", StaffInvitations.Roles.Select(StableWord.Of))}." };
        var treats = new Option<bool>("--treats") { Description = "Takes part in treating." };
        var unit = new Option<string?>("--unit") { Description = "The unit they work in; put down if it is not here." };
        var organisation = new Option<string?>("--organisation") { Description = "What the unit belongs to, as a workplace may read it." };
        var kind = new Option<string>("--kind") { Description = $"Of a new organisation: {string.Join(", ", StableWord.All<OrganisationKind>())}.", DefaultValueFactory = _ => "region-clinic" };
        kind.AcceptOnlyFromAmong([.. StableWord.All<OrganisationKind>()]);
        var country = new Option<string>("--country") { Description = "Of a new organisation.", DefaultValueFactory = _ => "se" };
        country.AcceptOnlyFromAmong("se", "dk");
        var command = new Command("invite", "Prints a link and a code, once. Whoever had one before has it no longer.")
        {
            email, given, family, language, role, treats, unit, organisation, kind, country,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var app = await Server.Prepare(args);
            var who = new NewStaff(
                parsed.GetRequiredValue(email), parsed.GetValue(given), parsed.GetValue(family), parsed.GetRequiredValue(language),
                parsed.GetValue(role) is { } word ? StableWord.Read<PartyRole>(word) : null, parsed.GetValue(treats), parsed.GetValue(unit), parsed.GetValue(organisation),
                StableWord.Read<OrganisationKind>(parsed.GetRequiredValue(kind))!.Value, parsed.GetRequiredValue(country));
            return await Run(app.Services, who, Console.Out, Console.Error);
        });
        return command;
    }

    private static Command Leave(string[] args)
    {
        var email = new Option<string>("--email") { Description = "Whose work here ends: their e-mail address.", Required = true };
        var unit = new Option<string?>("--unit") { Description = "Which unit they leave. Without it: all." };
        var successor = new Option<string?>("--successor") { Description = "The e-mail address of who takes over the cases that they lead: a coordinator of the same unit." };
        var language = LanguageOption.Create();
        var command = new Command("leave", "Ends someone's work here, with their parts in cases. Nothing opens to them from the next request on.") { email, unit, successor, language };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var app = await Server.Prepare(args);
            return await Leave(app.Services, parsed.GetRequiredValue(email), parsed.GetValue(unit), parsed.GetValue(successor),
                app.Services.GetRequiredService<Texts>().In(parsed.GetRequiredValue(language)), Console.Out, Console.Error);
        });
        return command;
    }

    internal static async Task<int> Leave(IServiceProvider services, string email, string? unit, string? successor, Texts texts, TextWriter output, TextWriter errors)
    {
        await using var scope = services.CreateAsyncScope();
        var leaving = scope.ServiceProvider.GetRequiredService<StaffLeaving>();
        if (await leaving.Find(email, unit) is not { Error: null, Value: var who })
            return await Refused(texts["refused.NotStaff"]);
        var next = await leaving.Successor(who, successor);
        if (next.Error is SuccessorMissing missing)
            return await Refused(texts.Count("refused.SuccessorMissing", missing.Cases));

        await leaving.End(who);
        foreach (var parts in who.Parts.GroupBy(p => p.CaseId))
        {
            await using var inCase = services.CreateAsyncScope();
            var ended = await inCase.ServiceProvider.GetRequiredService<WhoTakesPartHandler>().Leaves(
                parts.Key, parts.Select(p => p.PartyId).ToHashSet(), next.Value, new Actor(Guid.Empty, Hat.Support, Purpose.Operation, Guid.CreateVersion7()));
            if (ended.Error is { } error)
                return await Refused(texts["account.leave-stopped", parts.Key, texts["refused." + error.Name]]);
        }

        await output.WriteLineAsync(texts["account.left", who.Person.Name, who.Parts.Count, who.Parts.Count(p => p.Role == PartyRole.Coordinator)]);
        return 0;

        async Task<int> Refused(string why)
        {
            await errors.WriteLineAsync(why);
            return 1;
        }
    }

    private static Command PrivacyOfficer(string[] args)
    {
        var email = new Option<string>("--email") { Description = "Their e-mail address; invite them first if they are not here yet.", Required = true };
        var organisation = new Option<string>("--organisation") { Description = "Whose privacy officer they are.", Required = true };
        var days = new Option<int>("--days") { Description = "Within how many days they answer.", DefaultValueFactory = _ => Domain.Cases.PrivacyOfficer.UsualDays };
        var language = LanguageOption.Create();
        var command = new Command("privacy-officer", "Names who answers what citizens ask about who has looked. Whoever did before does so no more.") { email, organisation, days, language };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var app = await Server.Prepare(args);
            return await Name(app.Services, parsed.GetRequiredValue(email), parsed.GetRequiredValue(organisation), parsed.GetRequiredValue(days),
                app.Services.GetRequiredService<Texts>().In(parsed.GetRequiredValue(language)), Console.Out, Console.Error);
        });
        return command;
    }

    internal static async Task<int> Name(IServiceProvider services, string email, string organisation, int days, Texts texts, TextWriter output, TextWriter errors)
    {
        await using var scope = services.CreateAsyncScope();
        var named = await scope.ServiceProvider.GetRequiredService<PrivacyOfficers>().Name(email, organisation, days);
        if (named.Error is { } error)
            await errors.WriteLineAsync(texts["refused." + error.Name]);
        else
            await output.WriteLineAsync(texts["account.privacy-officer", named.Value.Name, organisation, days]);
        return named.Succeeded ? 0 : 1;
    }

    internal static async Task<int> Run(IServiceProvider services, NewStaff who, TextWriter output, TextWriter errors)
    {
        await using var scope = services.CreateAsyncScope();
        var texts = services.GetRequiredService<Texts>().In(who.Language);
        var outcome = await scope.ServiceProvider.GetRequiredService<StaffInvitations>().Invite(who);
        if (outcome.Error is { } error)
        {
            await errors.WriteLineAsync(texts["refused." + error.Name]);
            return 1;
        }

        var (person, key) = outcome.Value;
        var address = services.GetRequiredService<MailSettings>().PublicAddress + key.PathToWork;
        await output.WriteLineAsync(texts["account.invited", person.Name, address, Letter.InGroups(key.Code)]);
        return 0;
    }
}
