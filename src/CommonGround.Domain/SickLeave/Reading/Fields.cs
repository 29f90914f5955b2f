using System.Globalization;
using System.Xml.Linq;
using CommonGround.Domain.Sharing;

namespace CommonGround.Domain.SickLeave.Reading;

/// <summary>Takes a document apart into fields, each with its one kind.</summary>
internal static class Fields
{
    public static IReadOnlyList<CertificateField> Of(
        Answers answers, QuestionSet questions, CertificatePatient? patient, CertificateIssuer? issuer) =>
        [.. FromPatient(patient), .. FromIssuer(issuer), .. FromAnswers(answers, questions)];

    private static IEnumerable<CertificateField> FromAnswers(Answers answers, QuestionSet questions)
    {
        bool diagnosisUnwanted = questions.Type == CertificateType.Ag114 && answers.IsNo("3", "3.1");
        foreach (Answer answer in answers.All)
        {
            if (diagnosisUnwanted && answer.Id == "4")
            {
                continue;
            }

            Question? question = questions.Find(answer.Id);
            foreach (SubAnswer part in answer.Parts)
            {
                SubQuestion? known = question?.Parts.FirstOrDefault(p => p.Id == part.Id);
                if (known is not null)
                {
                    yield return Read(known, answer.Row, part.Element);
                }
                else if (questions.IsAdded(answer.Id))
                {
                    yield return new CertificateField(answer.Id + ".1", answer.Row, InformationKind.Health, part.Element.Value.Trim());
                }
            }
        }
    }

    private static CertificateField Read(SubQuestion part, int row, XElement value)
    {
        switch (part.Form)
        {
            case ValueForm.Coded or ValueForm.Diagnosis:
                XElement? cv = value.Typed("cv");
                string code = cv.TypedText("code");
                string name = cv.TypedText("displayName");
                return new CertificateField(part.Id, row, part.Kind, name.Length > 0 ? name : code, code, cv.TypedText("codeSystem"));
            case ValueForm.Period:
                XElement? period = value.Typed("datePeriod");
                return new CertificateField(part.Id, row, part.Kind, $"{Day(period.Typed("start"))}/{Day(period.Typed("end"))}");
            case ValueForm.Percent:
                decimal percent = Values.Number(value.Typed("pq").TypedText("value")) ?? 0;
                return new CertificateField(part.Id, row, part.Kind, ((int)percent).ToString(CultureInfo.InvariantCulture));
            case ValueForm.Day:
                return new CertificateField(part.Id, row, part.Kind, Day(value));
            case ValueForm.YesNo:
                return new CertificateField(part.Id, row, part.Kind, Values.Boolean(value) == true ? "true" : "false");
            default:
                return new CertificateField(part.Id, row, part.Kind, value.Value.Trim());
        }
    }

    private static string Day(XElement? value) =>
        value is not null && Values.Date(value) is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "";

    private static IEnumerable<CertificateField> FromPatient(CertificatePatient? patient) => patient is null ? [] : Given(
        ("patient.id", InformationKind.Contact, patient.Id.Number),
        ("patient.first-names", InformationKind.Contact, patient.FirstNames),
        ("patient.middle-name", InformationKind.Contact, patient.MiddleName),
        ("patient.last-name", InformationKind.Contact, patient.LastName),
        ("patient.street", InformationKind.Contact, patient.Street),
        ("patient.postal-code", InformationKind.Contact, patient.PostalCode),
        ("patient.city", InformationKind.Contact, patient.City));

    // "Psychiatric outpatient clinic" tells a diagnosis: a unit's name, address, phone and ids are health information.
    private static IEnumerable<CertificateField> FromIssuer(CertificateIssuer? issuer) => issuer is null ? [] : Given(
        ("issuer.name", InformationKind.Contact, issuer.Name),
        ("issuer.care-provider", InformationKind.Contact, issuer.CareProviderName),
        ("issuer.care-provider-id", InformationKind.Contact, issuer.CareProviderId),
        ("issuer.id", InformationKind.Health, issuer.PersonId),
        ("issuer.positions", InformationKind.Health, string.Join(", ", issuer.Positions)),
        ("issuer.specialities", InformationKind.Health, string.Join(", ", issuer.Specialities)),
        ("issuer.unit-id", InformationKind.Health, issuer.UnitId),
        ("issuer.unit", InformationKind.Health, issuer.UnitName),
        ("issuer.workplace-code", InformationKind.Health, issuer.WorkplaceCode),
        ("issuer.unit-street", InformationKind.Health, issuer.UnitStreet),
        ("issuer.unit-postal-code", InformationKind.Health, issuer.UnitPostalCode),
        ("issuer.unit-city", InformationKind.Health, issuer.UnitCity),
        ("issuer.unit-phone", InformationKind.Health, issuer.UnitPhone),
        ("issuer.unit-email", InformationKind.Health, issuer.UnitEmail));

    private static IEnumerable<CertificateField> Given(params (string Id, InformationKind Kind, string Value)[] fields) =>
        fields.Where(f => f.Value.Length > 0).Select(f => new CertificateField(f.Id, 1, f.Kind, f.Value));
}
