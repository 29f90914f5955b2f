using System.CommandLine;
using CommonGround.Domain;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Programmes;
using CommonGround.Web.Infrastructure.Retention;

namespace CommonGround.Web.Commands;

/// <summary>
/// <c>retention carry-out</c>: erases what is kept no longer, as the daily job does. <c>retention erase CASE --basis RULE</c>: erases a whole
/// case, as an authority decided. 0 when done, 1 when it could not be.
/// </summary>
internal static class RetentionCommand
{
    public static Command Create(string[] args)
    {
        var language = LanguageOption.Create();
        var carryOut = new Command("carry-out", "Erases what is kept no longer, by the country's schedule.") { language };
        carryOut.SetAction((parsed, cancel) => With(args, parsed.GetRequiredValue(language), (services, texts) => CarryOut(services, texts, Console.Out, cancel)));

        var which = new Argument<Guid>("case") { Description = "The case's id, as in its address." };
        var basis = new Option<string>("--basis") { Description = "The rule that the decision rests on: a key of content/rules.", Required = true };
        var erase = new Command("erase", "Erases a whole case, as an authority or a court has decided. It cannot be undone.") { which, basis, language };
        erase.SetAction((parsed, _) => With(args, parsed.GetRequiredValue(language), (services, texts) =>
            Erase(services, parsed.GetRequiredValue(which), parsed.GetRequiredValue(basis), texts, Console.Out, Console.Error)));
        return new Command("retention", "How long what is kept, and its end.") { carryOut, erase };
    }

    internal static async Task<int> CarryOut(IServiceProvider services, Texts texts, TextWriter output, CancellationToken cancel)
    {
        var (cases, rows) = await services.GetRequiredService<DueCases>().CarryOut(cancel);
        await output.WriteLineAsync(rows > 0 ? texts["retention.carried-out", cases, rows] : texts["retention.nothing"]);
        return 0;
    }

    internal static async Task<int> Erase(IServiceProvider services, Guid caseId, string basis, Texts texts, TextWriter output, TextWriter errors)
    {
        var erased = await services.GetRequiredService<CaseErasure>().Decided(caseId, basis);
        if (erased.Succeeded)
        {
            services.GetRequiredService<ErasedBytes>().Take();
            await output.WriteLineAsync(texts["retention.erased", erased.Value]);
            return 0;
        }

        await errors.WriteLineAsync(erased.Error is BasisUnknown none ? texts["retention.no-basis", basis, string.Join(", ", none.Fits)] : texts["retention.no-case", caseId]);
        return 1;
    }

    private static async Task<int> With(string[] args, string language, Func<IServiceProvider, Texts, Task<int>> act)
    {
        await using var app = await Server.Prepare(args);
        await using var scope = app.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider, app.Services.GetRequiredService<Texts>().In(language));
    }
}
