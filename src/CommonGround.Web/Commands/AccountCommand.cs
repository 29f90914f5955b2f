using System.CommandLine;
using CommonGround.Domain;
using CommonGround.Domain.Cases;
using CommonGround.Domain.Sharing;
using CommonGround.Web.Infrastructure.Accounts;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Mail;

namespace CommonGround.Web.Commands;

/// <summary><c>account invite</c>: a link and a code for someone who works here, also for the first one and for someone who lost every way in.</summary>
internal static class AccountCommand
{
    public static Command Create(string[] args) => new("account", "How those who work here come in.") { Invite(args) };

    private static Command Invite(string[] args)
    {
        var email = new Option<string>("--email") { Description = "Their own e-mail address.", Required = true };
        var given = new Option<string?>("--given") { Description = "Given name, of someone who is not here yet." };
        var family = new Option<string?>("--family") { Description = "Family name." };
        var language = new Option<string>("--language") { Description = "en, sv or da.", DefaultValueFactory = _ => Languages.Fallback };
        language.AcceptOnlyFromAmong([.. Wording.Languages]);
        var role = new Option<string?>("--role") { Description = $"Their part: {string.Join(", ", StableWord.All<PartyRole>())}." };
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
        var address = services.GetRequiredService<MailSettings>().PublicAddress + key.Path;
        await output.WriteLineAsync(texts["account.invited", person.Name, address, Letter.InGroups(key.Code)]);
        return 0;
    }
}
