using CommonGround.Domain.Sharing;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Features.SickNotes.ShowSickNote;
using CommonGround.Web.Features.SickNotes.TieToPerson;
using CommonGround.Web.Features.SickNotes.TypeLeave;
using CommonGround.Web.Infrastructure.Language;
using CommonGround.Web.Infrastructure.Reading;

namespace CommonGround.Web.Features.SickNotes;

public static class SickNotesSetup
{
    public static IServiceCollection AddSickNotes(this IServiceCollection services)
    {
        services.AddScoped<TieToPersonHandler>();
        services.AddScoped<TypeLeaveHandler>();
        services.AddReading<ReceivedCertificate>((note, t) => note.SignedAt is { } signed
            ? t["reading.sick-note", CertificateTypes.CodeOf(note.Type), t.Date(t.LocalDay(signed))]
            : t["reading.sick-note-unsigned", CertificateTypes.CodeOf(note.Type)]);
        services.AddReading<ReceivedField>((field, t) => $"{Label(field, t)}\n{FieldWords.Say(t, field)}".Trim());
        services.AddReading<LeavePeriod>((period, t) => t["reading.leave", t.Range(period.From, period.To), period.Degree]);
        return services;
    }

    // A day or a bare code under the same question as the words that it belongs to says which of them it is.
    private static string Label(ReceivedField field, Texts t) =>
        FieldWords.IsDay(field) ? t["reading.day-of", Question(field, t)]
        : FieldWords.IsBareCode(t, field) ? t["reading.code-of", Question(field, t)]
        : Question(field, t);

    // Without its number, which says something to those who fill in the form and to nobody else. A field does not know its type of note: where a
    // number asks one thing in one type and another in AG1-14, what kind the answer is of tells them apart.
    private static string Question(ReceivedField field, Texts t)
    {
        var number = field.FieldId.Split('.')[0];
        var (asked, inAg) = ("certificate.field." + number, "certificate.field.ag114." + number);
        if (t.Has(asked) && t.Has(inAg))
            return field.Kind == InformationKind.Health ? t[asked] : t[inAg];

        return t.Has(asked) ? t[asked] : t.Has(inAg) ? t[inAg] : ProblemWords.NameOf(t, field.FieldId, null);
    }
}
