-- The words of its rules, and of its files.

insert into import_noun (noun, holds) values
  ('changes', 'Changes of enrollments, a line a change.'),
  ('people', 'People, a line a person.'),
  ('enrollments', 'Enrollments of people known already, a line an enrollment.'),
  ('people_with_enrollments', 'Enrollments of people, new ones or known, a line an enrollment.')
on conflict (noun) do update set holds = excluded.holds;

insert into rule (name, sentence, way_out, actions) values
  ('line_has_a_title', 'A line has a title in one language at least.', 'Fill the column `title`, or that of another language.', '{}'),
  ('line_is_no_total', 'A line of a list is none of its totals.', 'This line counts the others: take it out.', '{import.skip_invalid}'),
  ('line_is_no_signature', 'A line of a list is no signature or remark below it.', 'This line tells of nobody: take it out.', '{import.skip_invalid}'),
  ('line_is_no_second_header', 'The header of a list stands once, above its lines.', 'This line names or numbers the columns again: take it out.', '{import.skip_invalid}'),
  ('line_is_of_a_person', 'A line of a list is of a person, not a total or a placeholder.', 'Take the line out of the file, or write the name.', '{}'),
  ('change_leads_to_a_state', 'A line names the state an enrollment is moved to.', 'Write completed, withdrawn, dismissed, suspended, enrolled, admitted, rejected, declined or returned, or name one for all lines.', '{give(to)}'),
  ('return_names_a_cohort', 'A line names another cohort only where a student returns into it.', 'Write returned as the state, or leave `to_cohort` out. A transfer is not made by such a file.', '{enrollment.transfer}'),
  ('import_noun_is_known', 'What a file holds is known to Luban.', 'Leave this to Luban.', '{}'),
  ('import_is_of_a_workshop', 'An import is of a workshop that is known.', 'Leave the imports to Luban.', '{}'),
  ('import_number_is_unique', 'Each import of a workshop has a number of its own.', 'Leave the numbers to Luban.', '{}'),
  ('import_is_noted_once_a_workshop', 'A command notes one import at a workshop.', 'Leave the imports to Luban.', '{}'),
  ('import_counter_is_of_a_workshop', 'Imports are counted for a workshop that is known.', 'Leave the counters to Luban.', '{}'),
  ('cell_stands_below_a_header', 'Every cell with a value stands in a column that has a name.', 'Name the column in the header, or clear the cell.', '{}'),
  ('cell_is_whole', 'A cell has all its characters: no NUL, no broken bytes, no sign U+FFFD where a program lost one.', 'Write the cell as it was meant, or send the file as it was first saved.', '{import.encoding}'),
  ('line_has_all_columns', 'Every line has as many fields as the header.', 'Look for a missing or unquoted delimiter in the line.', '{}'),
  ('line_is_quoted_right', 'A quoted field ends with its closing quote.', 'Double a quote inside a field, and quote the whole field.', '{}'),
  ('line_names_a_workshop', 'Every line belongs to a workshop that is known.', 'Name the workshop, or a cohort.', '{give(workshop)}'),
  ('line_names_a_cohort', 'Every line of an enrollment names a cohort that is known.', 'Check the code.', '{list(cohort),give(cohort)}'),
  ('line_names_a_person', 'A line has a name, a student number or an identity document.', 'Fill one of these columns.', '{}'),
  ('line_names_a_known_student', 'A line names a student who is known to the workshop.', 'Nobody is known so. Give number or identity document where the name is written differently.', '{student.find}'),
  ('line_names_one_student', 'A line names one student only.', 'Give the student number of the one who is meant.', '{}'),
  ('line_names_one_enrollment', 'A line leads to one enrollment of the student.', 'Name the cohort in which the student is enrolled.', '{show(student)}'),
  ('person_is_known_to_the_workshop', 'The person is known to the workshop.', 'Check number and document, or allow new people.', '{leave_out(no_new_people)}'),
  ('person_has_a_birth_date', 'A new person has a birth date.', 'Fill the column `birth_date`.', '{}'),
  ('person_has_a_nationality', 'A new person has a nationality.', 'Fill the column `nationality`.', '{}'),
  ('gender_is_a_word', 'Gender is female, male or other.', 'Write f, m or o, ж or м, 女 or 男.', '{}'),
  ('document_kind_is_a_word', 'A kind of document is passport, national_id, birth_certificate, residence_permit or student_card.', 'Write one of these.', '{}'),
  ('schooling_is_a_level', 'Schooling is a level of ISCED 2011, 0 to 8.', 'Write its number or a word for it: 3 or upper secondary, 6 or bachelor.', '{}'),
  ('state_is_a_beginning', 'An enrollment begins applied, admitted, waitlisted or enrolled.', 'Write one of these, or leave it empty for enrolled.', '{}'),
  ('value_is_not_damaged_by_excel', 'A value is as it was typed, not as Excel damaged it (serial numbers, 1.23E+11, ####).', 'Format the column as text in Excel and save again.', '{}');
