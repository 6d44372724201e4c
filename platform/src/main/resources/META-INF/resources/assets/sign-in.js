// A demo person's button fills in the form.
for (const button of document.querySelectorAll('.demo-person')) {
  button.addEventListener('click', () => {
    document.getElementById('login').value = button.dataset.login;
    document.getElementById('password').value = button.dataset.password;
    document.querySelector('#sign-in button').focus();
  });
}
