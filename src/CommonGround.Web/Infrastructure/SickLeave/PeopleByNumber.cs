using CommonGround.Domain.Cases;
using CommonGround.Domain.SickLeave;
using CommonGround.Web.Infrastructure.Changes;
using CommonGround.Web.Infrastructure.Language;
using Microsoft.EntityFrameworkCore;

namespace CommonGround.Web.Infrastructure.SickLeave;

/// <summary>
/// Finds the people whom documents name by number, and puts down those who are not known. A name that is here stays: a document
/// cannot rename anyone, but it may name someone whom nobody has named yet.
/// </summary>
public sealed class PeopleByNumber
{
    private readonly Change _change;
    private readonly Dictionary<string, Person> _people;

    private PeopleByNumber(Change change, Dictionary<string, Person> people) => (_change, _people) = (change, people);

    public static async Task<PeopleByNumber> Find(Change change, IEnumerable<PatientId> numbers)
    {
        var stored = numbers.Select(Stored).Distinct().ToList();
        var people = stored.Count == 0 ? []
            : await change.Db.Persons.Where(p => p.NationalId != null && stored.Contains(p.NationalId)).ToDictionaryAsync(p => p.NationalId!);
        return new PeopleByNumber(change, people);
    }

    public Person Of(PatientId number, string givenName, string familyName)
    {
        if (!_people.TryGetValue(Stored(number), out var person))
        {
            person = PersonNames.WithKeys(new Person
            {
                Id = _change.NewId(), NationalId = Stored(number), GivenName = givenName.Trim(), FamilyName = familyName.Trim(),
            });
            _change.Db.Persons.Add(person);
            _people.Add(Stored(number), person);
        }
        else if (person.Name.Length == 0 && (givenName.Trim().Length > 0 || familyName.Trim().Length > 0))
        {
            PersonNames.Call(person, givenName.Trim(), familyName.Trim());
        }

        return person;
    }

    public Person Of(CertificatePatient patient) =>
        Of(patient.Id, patient.FirstNames, patient.LastName.Length > 0 ? patient.LastName : patient.MiddleName);

    /// <summary>Reserve numbers have meaning only together with who gave them out.</summary>
    public static string Stored(PatientId number) => number.IsNational ? number.Number : $"{number.Root}:{number.Number}";
}
