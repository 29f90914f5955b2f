using CommonGround.Domain.Cases;
using CommonGround.Domain.Journal;
using CommonGround.Web.Features.Shared.Looks;
using CommonGround.Web.Features.Shared.Seen;
using CommonGround.Web.Features.Sharing.AskAboutLook;
using CommonGround.Web.Features.Sharing.AskForConsent;
using CommonGround.Web.Features.Sharing.RemindOfEnd;
using CommonGround.Web.Features.Sharing.TakeOverPart;
using CommonGround.Web.Features.Sharing.WithdrawConsent;
using CommonGround.Web.Infrastructure.Asked;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Programmes;
using CommonGround.Web.Infrastructure.Reading;

namespace CommonGround.Web.Features.Sharing;

public static class SharingSetup
{
    public static IServiceCollection AddSharing(this IServiceCollection services)
    {
        services.AddScoped<LookReader>().AddScoped<LookQuestions>().AddScoped<AskAboutLookHandler>();
        services.AddScoped<DraftInBrowser>().AddScoped<GiveConsentHandler>().AddScoped<WithdrawConsentHandler>().AddScoped<Withdrawals>().AddScoped<SeenBy>();
        services.AddScoped<AskForConsentHandler>().AddScoped<TakeOverPartHandler>().AddScoped<IAskInDatabase, AsksOfConsent>();
        services.AddSingleton<ConsentReminders>().AddHostedService(provider => provider.GetRequiredService<ConsentReminders>());
        services.AddScoped<IHandedOverCopies, KeptCopies>();
        services.AddSingleton<Readings>();
        services.AddReading<Domain.Plans.HandedOverCopy>(KeptCopies.Title);
        services.AddReading<Domain.Plans.PlanVersion>((version, t) => t["copy.of." + Domain.Plans.CopyOf.Plan, version.Number]);
        services.AddReading<Domain.Forms.StoredAnswer>((answer, _) => $"{answer.Question}\n{answer.Words}");
        services.AddReading<Domain.Meetings.Meeting>((meeting, t) =>
            meeting.PlannedAt is { } planned ? t["reading.meeting", t.Moment(planned)] : t["reading.meeting-unplanned"]);
        services.AddReading<JournalText>(JournalTextWords.Say);
        services.AddReading<Remark>((remark, t) => string.Join('\n', new[]
        {
            t["reading.remark.stood", remark.Stood],
            t["reading.remark.said", t.Date(t.LocalDay(remark.SaidAt)), remark.Text],
            remark is { Answer: { } answer, AnsweredAt: { } at } ? t["reading.remark.answer", t.Date(t.LocalDay(at)), answer] : null,
            remark.SetRight is { } right ? t[right ? "mine.remark.right" : "mine.remark.beside"] : null,
        }.OfType<string>()));
        services.AddReading<Party>((party, t) => t["reading.party", party.Person?.Name ?? "", t["role." + party.Role]]);
        services.AddSingleton(provider => new Reading(typeof(StepState),
            (row, t) => Words((StepState)row, provider.GetRequiredService<ProgrammeLibrary>(), t)));
        return services;
    }

    private static string Words(StepState step, ProgrammeLibrary content, Texts t)
    {
        var title = content.Programmes.SelectMany(p => p.Steps).FirstOrDefault(s => s.Key == step.Key)?.Title.In(t.Language) ?? t["reading.entry"];
        return step.DoneAt is { } done ? t["reading.step-done", title, t.Date(t.LocalDay(done))]
            : step.PlannedAt is { } planned ? t["reading.step-planned", title, t.Moment(planned)]
            : t["reading.step", title];
    }
}
