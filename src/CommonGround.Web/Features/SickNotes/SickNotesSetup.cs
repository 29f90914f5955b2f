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
        services.AddReading<ReceivedField>((field, t) => $"{Question(field, t)}\n{FieldWords.Say(t, field)}".Trim());
        services.AddReading<LeavePeriod>((period, t) => t["reading.leave", t.Range(period.From, period.To), period.Degree]);
        return services;
    }

    // Without its number, which says something to those who fill in the form and to nobody else. A field does not know its type of note: where a
    // number asks one thing in one type and another in the next, the answer stands alone.
    private static string Question(ReceivedField field, Texts t)
    {
        var number = field.FieldId.Split('.')[0];
        var (asked, inAg) = ("certificate.field." + number, "certificate.field.ag114." + number);
        if (t.Has(asked) && t.Has(inAg))
            return "";

        return t.Has(asked) ? t[asked] : t.Has(inAg) ? t[inAg] : ProblemWords.NameOf(t, field.FieldId, null);
    }
}
